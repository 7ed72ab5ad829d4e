import { describe, expect, test } from 'vitest';
import { isWhole } from './compare.ts';
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
