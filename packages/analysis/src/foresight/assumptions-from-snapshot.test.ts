import { describe, expect, test } from 'vitest';
import { makeSnapshot } from '../snapshot/make-snapshot.ts';
import { peiling, unit } from '../snapshot/tests/peiling.ts';
import { assumptionsFromSnapshot, responseOfSnapshot } from './assumptions-from-snapshot.ts';
import { madePeiling, madeTree } from './tests/made-organisation.ts';
import { literatureAssumptions } from './variance-assumptions.ts';
import { seededChance } from './seeded-chance.ts';

const made = { ...literatureAssumptions, unit: 80, person: 200, residual: 400, unanswered: 0.06 };

describe('assumptions out of the previous peiling', () => {
  const units = madeTree(8, [16, 22, 28, 34]);
  const snapshot = makeSnapshot(madePeiling(units, 'full', 0.6, made, seededChance(5)));
  const found = assumptionsFromSnapshot(snapshot);

  test('are near what its answers were made by', () => {
    // Forty units and eleven areas; half-widths come in classes of 1.4, so variances may be a third off, and answers end at 1 and 5.
    expect(found?.unit).toBeGreaterThan(80 * 0.6);
    expect(found?.unit).toBeLessThan(80 * 1.5);
    expect(found?.person).toBeGreaterThan(200 * 0.66);
    expect(found?.person).toBeLessThan(200 * 1.5);
    expect(found?.residual).toBeGreaterThan(400 * 0.66);
    expect(found?.residual).toBeLessThan(400 * 1.5);
    expect(found?.unanswered).toBeCloseTo(0.06, 1);
  });

  test('name the peiling and the method that they came from', () => {
    expect(found?.source).toMatchObject({
      kind: 'previous-peiling',
      scanId: 'scan-1',
      methodVersion: snapshot.methodVersion,
    });
    expect(responseOfSnapshot(snapshot)).toBeCloseTo(0.6, 1);
  });

  test('do not exist where fewer than five units of one depth have figures', () => {
    const few = makeSnapshot(madePeiling(madeTree(1, [20, 20]), 'full', 0.9, made, seededChance(6)));
    expect(assumptionsFromSnapshot(few)).toBeUndefined();
    expect(responseOfSnapshot(makeSnapshot(peiling({ units: [unit('top', null)] })))).toBeUndefined();
  });
});

test('those for an organisation without one are the figures of R', async () => {
  const { default: fixture } = (await import('../../../../tests/oracle/fixtures/bhr2000.variance_components.json', {
    with: { type: 'json' },
  })) as { default: { values: { unit: number; person: number; residual: number } } };
  const { unit: between, person, residual } = fixture.values;
  expect(literatureAssumptions.unit).toBeCloseTo(between * 625, 1);
  expect(literatureAssumptions.person).toBeCloseTo(person * 625, 1);
  expect(literatureAssumptions.residual).toBeCloseTo(residual * 625, 1);
});
