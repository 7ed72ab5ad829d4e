import { areaCodes, outcomeItems } from '@lerend/instrument';
import { personScores } from '@lerend/psychometrics';
import { describe, expect, test } from 'vitest';
import { answerTable } from './answer-table.ts';
import { snapshotForm } from './snapshot-form.ts';
import { answersOf, normalFrom, seededChance, unit } from './tests/peiling.ts';
import { unitTree } from './unit-tree.ts';
import { wholeDrivers } from './whole-drivers.ts';

const full = snapshotForm('full');
const motivation = full.itemIds.indexOf(outcomeItems.find(({ outcome }) => outcome === 'motivation')?.id ?? '');
const trust = full.areas.find(({ areaId }) => areaId === 'trust')?.columns ?? [];

/** Twelve teams; motivation is what somebody answered on trust, give or take; all else is chance. */
function driversAmong(people: number, form = full) {
  const chance = seededChance(4);
  const tree = unitTree([unit('top', null), ...Array.from({ length: 12 }, (_, at) => unit(`team${at}`, 'top'))]);
  const table = answerTable(
    tree,
    form,
    Array.from({ length: 12 }, (_, team) => {
      const drawn = Array.from({ length: people / 12 }, () =>
        Array.from({ length: form.itemIds.length }, () => Math.min(5, Math.max(1, Math.round(3 + normalFrom(chance))))),
      );
      return answersOf(form.form, `team${team}`, people / 12, (person, column) => {
        const own = drawn[person] ?? [];
        if (column !== motivation) return own[column] ?? 3;
        return Math.round(trust.reduce((sum, item) => sum + (own[item] ?? 3), 0) / trust.length);
      });
    }),
  );
  const areas = form.areas.map(({ areaId, columns }) => ({
    areaId,
    points: personScores(columns.flatMap((column) => table.columns[column] ?? [])),
  }));
  return wholeDrivers(form, table, table.ownUnits, areas);
}

describe('what goes together with an outcome', () => {
  test('the area that does comes first, with most of the share, and its interval lies above the others', () => {
    const drivers = driversAmong(240);
    expect(drivers?.map(({ outcome }) => outcome)).toEqual(outcomeItems.map(({ outcome }) => outcome));
    const found = drivers?.find(({ outcome }) => outcome === 'motivation');
    const [first, second] = found?.areas ?? [];
    expect(first?.areaId).toBe('trust');
    // Variance of the mean of four answers about 1/4; rounding it to a whole answer adds 1/12: R² about 3/4.
    expect(found?.explained).toBeGreaterThan(70);
    expect(found?.explained).toBeLessThan(82);
    expect(first?.interval?.[0]).toBeGreaterThan(second?.interval?.[1] ?? 100);
    expect(found?.areas.map(({ areaId }) => areaId).sort()).toEqual([...areaCodes].sort());
    const shares = found?.areas.reduce((sum, { share }) => sum + share, 0) ?? 0;
    expect(Math.abs(shares - (found?.explained ?? 0))).toBeLessThanOrEqual(6);
  });

  test('an outcome that is chance isn’t explained', () => {
    const found = driversAmong(240)?.find(({ outcome }) => outcome === 'adaptability');
    // 11 predictors of nothing: R² is about 11 / 239.
    expect(found?.explained).toBeLessThan(12);
  });

  test('needs two hundred people, and a form that asks about outcomes', () => {
    expect(driversAmong(192)).toBeNull();
    expect(driversAmong(240, snapshotForm('short'))).toBeNull();
  });
});
