import { describe, expect, test } from 'vitest';
import { isWhole } from './compare.ts';
import { countRounds, isWholeCount } from './count-rounds.ts';
import { crashRounds } from './crash-rounds.ts';

const program = 'tests/crash/doors-server.ts';

describe('kill -9 of application and database while ballots come in', () => {
  test('loses, doubles and alters no ballot that was acknowledged', { timeout: 120_000 }, async () => {
    const rounds = await crashRounds({ program, rounds: 2 });
    for (const { inFlight, afterCrash, afterRetries } of rounds) {
      expect(inFlight).toBeGreaterThanOrEqual(5);
      expect(afterCrash).toSatisfy(isWhole);
      expect(afterRetries).toSatisfy(isWhole);
      expect(afterRetries.stored).toBe(afterRetries.acknowledged);
    }
  });

  test('is noticed in a server that says yes before the database has committed', { timeout: 120_000 }, async () => {
    const [round] = await crashRounds({ program, environment: { ACKNOWLEDGE: 'early' }, rounds: 1 });
    expect(round?.afterCrash).not.toSatisfy(isWhole);
  });
});

describe('kill -9 in the middle of a count', () => {
  test(
    'leaves everything as it was or everything counted, and then the key nowhere',
    { timeout: 180_000 },
    async () => {
      for (const round of await countRounds(2)) expect(round).toSatisfy(isWholeCount);
    },
  );

  test('is noticed when an answer is lost or counted twice, or when the key is left', () => {
    const counted = {
      round: 1,
      killAt: 9,
      what: 'application',
      state: 'opened',
      answered: 12,
      ballots: 0,
      counted: 12,
      hasKeyFile: false,
      isWiped: true,
      keyTraces: [],
    } as const;
    expect(counted).toSatisfy(isWholeCount);
    for (const wrong of [{ counted: 11 }, { counted: 13 }, { ballots: 1 }, { hasKeyFile: true }, { isWiped: false }])
      expect({ ...counted, ...wrong }).not.toSatisfy(isWholeCount);
    expect({ ...counted, keyTraces: ['pg_wal/0001'] }).not.toSatisfy(isWholeCount);
    expect({ ...counted, state: 'closed' }).not.toSatisfy(isWholeCount);
  });
});
