import loadHighs from 'highs';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackOrganisation } from './attack.ts';
import type { AttackLine } from './attack.ts';
import { treesBelowOptimum } from './search-and-highs.ts';
import { summaryOf } from './summary.ts';

// The long run, a thousand organisations: `npm run attack:disclose`.
describe('an attacker who sees all pages of random organisations', () => {
  const lines: AttackLine[] = [];
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
    for (const organisation of [4, 8, 10]) lines.push(await attackOrganisation(highs, organisation));
  }, 120_000);

  test('reaches nobody: not by the pages, not by the table behind them, not by the page about groups', () => {
    const { ours, heldBack, groupsHeldBack, changesShown } = summaryOf(lines);
    expect(ours.pages.targets).toBeGreaterThan(1000);
    expect(ours.profile.targets).toBeGreaterThan(100);
    for (const attack of Object.values(ours)) {
      expect(attack.reached).toBe(0);
      expect(attack.narrowest).toBeGreaterThanOrEqual(2);
    }
    expect([changesShown, heldBack.peilingen, groupsHeldBack.peilingen]).toEqual([0, 0, 0]);
  });

  test('reaches people in every one of them where there is only a threshold', () => {
    const { thresholdOnly } = summaryOf(lines);
    expect(thresholdOnly.pages.reached).toBeGreaterThan(200);
    expect(thresholdOnly.pages.organisations).toBe(lines.length);
    expect(thresholdOnly.profile.reached).toBeGreaterThan(50);
  });

  test('and where the page about groups gives somebody away, the result comes without it', async () => {
    // Rests at an end, whose people were moved together (732), two questions of which neither tells it alone (883), and people
    // whom their row encloses, but not the pages, which round (845).
    for (const organisation of [2, 732, 845, 883]) {
      const { ours, heldBack, groupsHeldBack } = await attackOrganisation(highs, organisation);
      expect(groupsHeldBack.peilingen).toBe(1);
      expect(groupsHeldBack.reached).toBeGreaterThan(0);
      expect(heldBack.peilingen).toBe(0);
      expect([ours.pages, ours.table, ours.profile, ours.questions].map(({ reached }) => reached)).toEqual([
        0, 0, 0, 0,
      ]);
    }
  }, 120_000);

  test('and the search for what to show is never below the optimum', () => {
    expect(treesBelowOptimum(highs, 10)).toBe(0);
  });
});
