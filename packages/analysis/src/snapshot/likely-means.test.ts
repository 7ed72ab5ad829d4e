import { describe, expect, test } from 'vitest';
import { codedFigures } from './coded-figures.ts';
import { restsIn } from './rests.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { normalFrom, seededChance, unit } from './tests/peiling.ts';
import { cellsOfUnits } from './unit-cells.ts';
import { unitTree } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

const people = 6;
const heads = 20;
/** Of six people a mean stands at 75 at most. */
const end = 75;
const spread = 300;

const treeOf = (units: number) =>
  unitTree([unit('top', null), ...Array.from({ length: units }, (_, at) => unit(`t${at}`, 'top'))]);

/** Units of six people with these means; the spread within units is that of everyone, the same for all. */
function codedOf(tree: UnitTree, means: readonly number[]): ScaleFigures {
  const n = Float64Array.from(tree.units, (_, at) => (at === 0 ? 0 : people));
  const direct = { n, means: Float64Array.of(0, ...means), withinSquares: new Float64Array(n.length) };
  const all = Float64Array.of(people * means.length, ...n.subarray(1));
  const overall = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const raw: ScaleFigures = {
    columns: [],
    points: new Float64Array(0),
    direct,
    whole: { ...direct, n: all, means: Float64Array.of(overall, ...means) },
    byDepth: [direct, direct],
    errorVariance: 60,
    within: { variance: spread, freedom: 1000 },
  };
  const rests = restsIn(tree, () => true, 5);
  return codedFigures(tree, raw, rests, [{ anywhere: () => null, here: () => null }]).figures;
}

function cellsOf(tree: UnitTree, means: readonly number[]) {
  const headsOf = Float64Array.from(tree.units, (_, at) => (at === 0 ? 0 : heads));
  const cellOf = cellsOfUnits(tree, codedOf(tree, means), { heads: headsOf, isShown: () => true });
  return tree.units.map((_, at) => cellOf(at));
}

describe('means at the end of their window', () => {
  const inside = [62, 70, 66, 58, 73, 69];
  const tree = treeOf(9);

  test('every figure is the same, whatever lies beyond: all units barely there, or all said "always"', () => {
    const barely = cellsOf(tree, [...inside, end, end + 0.5, end + 1]);
    expect(cellsOf(tree, [...inside, 100, 100, 100])).toEqual(barely);
    expect(cellsOf(tree, [...inside, 75, 88, 100])).toEqual(barely);
  });

  test('a mean exactly at the end isn’t told from those beyond by its last digits', () => {
    const beyond = cellsOf(tree, [...inside, 80, 80, 80]);
    expect(cellsOf(tree, [...inside, end - 1e-9, end, end + 1e-9])).toEqual(beyond);
  });

  test('one just inside is known, and is itself', () => {
    const [, , , , , , , near] = cellsOf(tree, [...inside, 74, 80, 80]);
    expect(near).toMatchObject({ score: 74, now: { centre: 74 } });
  });

  test('its score stays at the end; who works here now and the climate lie where it is likely to be', () => {
    const at = cellsOf(tree, [...inside, 90, 90, 90])[9];
    expect(at?.score).toBe(end);
    expect(at?.now.centre).toBeGreaterThan(end + 1);
    expect(at?.now.centre).toBeLessThan(90);
    // Drawn towards the others all the same.
    expect(at?.centre).toBeLessThan(at?.now.centre ?? 0);
  });

  test('with fewer than five rests it stays where it counts', () => {
    const small = treeOf(3);
    expect(cellsOf(small, [62, 70, 100])[3]).toMatchObject({ score: end, now: { centre: end }, climate: 'none' });
  });
});

test('in an organisation of hundreds of small units near the end, the whole is where it is', () => {
  const chance = seededChance(9);
  const tree = treeOf(300);
  const truth = 74;
  const means = Array.from({ length: 300 }, () => truth + normalFrom(chance) * Math.sqrt(40 + spread / people));
  const [whole] = cellsOf(tree, means);
  const answered = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  expect(Math.abs((whole?.now.centre ?? 0) - answered)).toBeLessThanOrEqual(1.5);
  expect(Math.abs((whole?.centre ?? 0) - truth)).toBeLessThanOrEqual(whole?.band ?? 0);
  // What is counted, every mean at its end, lies further off than the band of the whole is wide.
  expect(answered - (whole?.score ?? 0)).toBeGreaterThan(3);
  expect(answered - (whole?.score ?? 0)).toBeGreaterThan(whole?.band ?? 0);
});
