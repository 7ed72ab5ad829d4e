import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackOrganisation } from './attack.ts';
import type { AttackLine } from './attack.ts';
import { treesBelowOptimum } from './search-and-highs.ts';
import { summaryOf } from './summary.ts';

// The long run, a thousand organisations: `npm run attack:disclose`.
describe('an attacker who sees all pages of random organisations', () => {
  const lines: AttackLine[] = [];
  beforeAll(async () => {
    const highs = await loadHighs();
    for (const organisation of [4, 7, 8]) lines.push(attackOrganisation(highs, organisation));
  }, 120_000);

  test('reaches nobody, and the audit lets all of them through', () => {
    const summary = summaryOf(lines);
    expect(summary.targets).toBeGreaterThan(100);
    expect(summary).toMatchObject({ reached: 0, enclosedByAudit: 0, changesShown: 0 });
    expect(summary.narrowest).toBeGreaterThanOrEqual(2);
  });

  test('reaches people in every one of them where there is only a threshold', () => {
    const { thresholdOnlyReached, thresholdOnlyOrganisationsBroken } = summaryOf(lines);
    expect(thresholdOnlyReached).toBeGreaterThan(20);
    expect(thresholdOnlyOrganisationsBroken).toBe(lines.length);
  });

  test('and the search for what to show is never below the optimum', async () => {
    expect(treesBelowOptimum(await loadHighs(), 10)).toBe(0);
  });
});
