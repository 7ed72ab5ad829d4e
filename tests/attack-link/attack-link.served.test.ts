import { describe, expect, test } from 'vitest';
import type { RunResult } from './play-and-attack.ts';
import { startAttack } from './start-attack.ts';
import type { Variant } from './variants.ts';

const people = 8;

async function run(variant: Variant): Promise<RunResult> {
  const results: RunResult[] = [];
  await startAttack(variant, { runs: 1, people, seed: 1 }, (result) => results.push(result));
  const [result] = results;
  if (!result) throw new Error(`The attack on ${variant} told nothing.`);
  return result;
}

describe('an attacker with copies, files, logs and addresses', () => {
  test('has every ballot, links one only with the opening key, and without it only where rows are not shuffled', async () => {
    const [full, noShuffle] = await Promise.all([run('full'), run('no-shuffle')]);
    for (const { found, sessionPerGap } of [full, noShuffle]) {
      const all = { ballots: people, numbers: people, tags: people };
      expect(found).toEqual({ copies: all, files: { ballots: 0, numbers: 0, tags: 0 }, log: all });
      expect(sessionPerGap.largest).toBeLessThanOrEqual(0.07);
    }
    expect(full.scores['all together']?.with).toMatchObject({
      people,
      hits: people,
      chance: expect.closeTo(1, 9) as number,
    });
    expect(noShuffle.scores['all together']?.without.hits).toBe(people);
    // By chance six or more of eight are right once in 1,400 times.
    expect(full.scores['all together']?.without.hits).toBeLessThan(6);
  }, 110_000);
});
