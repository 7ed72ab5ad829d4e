import { describe, expect, test } from 'vitest';
import { builtProduct } from '../product/start-product.ts';
import { isWhole } from './compare.ts';
import { countRounds, isWholeCount } from './count-rounds.ts';
import { crashRounds } from './crash-rounds.ts';
import { everyStepKill, isWholeStep, stepRounds } from './step-rounds.ts';
import type { StepKill } from './step-rounds.ts';
import { nameOf } from './kill-points.ts';

const double = 'tests/crash/doors-server.ts';

describe('kill -9 of application and database while ballots come in', () => {
  test('loses, doubles and alters no ballot that was acknowledged', { timeout: 120_000 }, async () => {
    const rounds = await crashRounds({ program: builtProduct, rounds: 2 });
    for (const { inFlight, afterCrash, afterRetries } of rounds) {
      expect(inFlight).toBeGreaterThanOrEqual(5);
      expect(afterCrash).toSatisfy(isWhole);
      expect(afterRetries).toSatisfy(isWhole);
      expect(afterRetries.stored).toBe(afterRetries.acknowledged);
    }
  });
});

describe('kill -9 at a step of giving a credential or receiving a ballot', () => {
  const killsAt = (...wanted: readonly string[]): StepKill[] =>
    wanted.map((name) => {
      const kill = everyStepKill.find(({ point, time, killed }) => `${nameOf(point)} ${time} ${killed}` === name);
      if (!kill) throw new Error(`There is no ${name}.`);
      return kill;
    });

  test('loses and doubles nothing, and signs the same number again and no other', { timeout: 120_000 }, async () => {
    const kills = killsAt(
      'credential/claim/after first application',
      'ballot/keep/under-way again database',
      'open/keep/after first application',
    );
    for (const round of await stepRounds({ server: builtProduct, kills })) expect(round).toSatisfy(isWholeStep);
  });

  test('is noticed in a server that forgets what it signed for a code', { timeout: 120_000 }, async () => {
    const kills = killsAt('credential/claim/after first database');
    const [round] = await stepRounds({ server: double, environment: { SIGN: 'forgetful' }, kills });
    expect(round?.wrongs).not.toEqual([]);
  });

  test('is noticed in a server that says yes before the database has committed', { timeout: 120_000 }, async () => {
    const kills = killsAt('ballot/keep/before first application');
    const [round] = await stepRounds({ server: double, environment: { ACKNOWLEDGE: 'early' }, kills });
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
