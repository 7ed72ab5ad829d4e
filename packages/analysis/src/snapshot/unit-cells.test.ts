import { readFileSync } from 'node:fs';
import { bandClassOf } from '@lerend/disclosure';
import { scoreFromMean, unitSums } from '@lerend/psychometrics';
import { describe, expect, test } from 'vitest';
import { withinSpread } from './scale-figures.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { normalFrom, seededChance, unit } from './tests/peiling.ts';
import { cellsOfUnits } from './unit-cells.ts';
import type { CellOfUnit } from './unit-cells.ts';
import { unitTree } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

interface ShrinkageFixture {
  values: { score: { groups: { group: string; n: number; raw_mean: number; eb_mean: number; cond_sd: number }[] } };
}

/** Scores of people in units of one depth, as `scaleFigures` would hand them on. */
function figuresOf(tree: UnitTree, points: Float64Array, units: Int32Array, errorVariance = 0): ScaleFigures {
  const depthOf = (depth: number) => units.map((at) => (tree.depths[at] === depth ? at : depth === 0 ? 0 : -1));
  const byDepth = Array.from({ length: tree.levels }, (_, depth) =>
    unitSums(points, { unit: depthOf(depth), count: tree.units.length }),
  );
  const at = (index: number) => byDepth[tree.depths[index] ?? 0];
  const whole = {
    n: Float64Array.from(tree.units, (_, index) => at(index)?.n[index] ?? 0),
    means: Float64Array.from(tree.units, (_, index) => at(index)?.means[index] ?? 0),
    withinSquares: Float64Array.from(tree.units, (_, index) => at(index)?.withinSquares[index] ?? 0),
  };
  const direct = unitSums(points, { unit: units, count: tree.units.length });
  return {
    columns: [],
    points,
    direct,
    whole,
    byDepth,
    errorVariance,
    within: withinSpread(direct, errorVariance),
  };
}

/** Everyone shown, nobody left out of the answers unless `heads` says so. */
function cellsOf(tree: UnitTree, figures: ScaleFigures, heads: Float64Array = figures.direct.n): CellOfUnit {
  return cellsOfUnits(tree, figures, { heads, isShown: () => true });
}

const oracle = new URL('../../../../tests/oracle/', import.meta.url);

describe('with many units', () => {
  test('centre and band follow lme4 on 99 army companies (bhr2000)', () => {
    const [head = '', ...lines] = readFileSync(new URL('data/bhr2000.csv', oracle), 'utf8').trim().split('\n');
    const names = head.split(',').map((name) => name.replaceAll('"', ''));
    const items = names.filter((name) => /^A[FPS]\d\d$/.test(name));
    const rows = lines.map((line) => line.split(','));
    const valueOf = (row: string[], name: string) => Number(row[names.indexOf(name)]);
    const means = rows.map((row) => items.reduce((sum, item) => sum + valueOf(row, item), 0) / items.length);
    const groups = rows.map((row) => String(valueOf(row, 'GRP')));
    const fixture = JSON.parse(
      readFileSync(new URL('fixtures/bhr2000.shrinkage.json', oracle), 'utf8'),
    ) as ShrinkageFixture;
    const tree = unitTree([unit('top', null), ...fixture.values.score.groups.map(({ group }) => unit(group, 'top'))]);
    const points = Float64Array.from(means, (mean) => scoreFromMean(mean, 1, 5));
    const cellOf = cellsOf(
      tree,
      figuresOf(
        tree,
        points,
        Int32Array.from(groups, (group) => tree.indexOf.get(group) ?? -1),
      ),
    );
    expect(items).toHaveLength(11);
    for (const { group, n, raw_mean, eb_mean, cond_sd } of fixture.values.score.groups) {
      const cell = cellOf(tree.indexOf.get(group) ?? -1);
      expect(cell).toMatchObject({ n, score: Math.round(scoreFromMean(raw_mean, 1, 5)) });
      // The score is rounded before it is drawn in, and the centre after: together at most one point.
      expect(Math.abs(cell.centre - scoreFromMean(eb_mean, 1, 5))).toBeLessThanOrEqual(1);
      // Ours adds the uncertainty of the grand mean, which lme4 leaves out: a little wider.
      const half = 1.959964 * cond_sd * 25;
      expect(cell.band).toBeGreaterThanOrEqual(bandClassOf(half));
      expect(cell.band).toBeLessThanOrEqual(bandClassOf(half * 1.05));
    }
  });

  test('the band holds the true mean at least 95 times in 100', () => {
    const chance = seededChance(31);
    let held = 0;
    let all = 0;
    for (let round = 0; round < 60; round++) {
      const tree = unitTree([unit('top', null), ...Array.from({ length: 25 }, (_, index) => unit(`t${index}`, 'top'))]);
      const truths = tree.units.map(() => 55 + 6 * normalFrom(chance));
      const places = tree.units.flatMap((_, index) => (index === 0 ? [] : Array<number>(5 + (index % 12)).fill(index)));
      const points = Float64Array.from(places, (at) => (truths[at] ?? 0) + 18 * normalFrom(chance));
      const cellOf = cellsOf(tree, figuresOf(tree, points, Int32Array.from(places)));
      for (let index = 1; index < tree.units.length; index++) {
        const { centre, band } = cellOf(index);
        held += Math.abs((truths[index] ?? 0) - centre) <= band ? 1 : 0;
        all++;
      }
    }
    expect(held / all).toBeGreaterThanOrEqual(0.95);
  });

  test('a unit is drawn in the more, the fewer its answers, and its band tells nothing of its own spread', () => {
    const tree = unitTree([unit('top', null), ...Array.from({ length: 8 }, (_, index) => unit(`t${index}`, 'top'))]);
    const sizes = [0, 5, 40, 20, 20, 20, 20, 20, 20];
    const places = sizes.flatMap((n, index) => Array<number>(n).fill(index));
    const chance = seededChance(8);
    const noise = (at: number) => (at <= 2 ? 0 : 12 * normalFrom(chance));
    const level = (at: number) => (at <= 2 ? 30 : 55 + 3 * at);
    const points = Float64Array.from(
      places,
      (at, person) => level(at) + noise(at) + (at === 2 ? (person % 2) * 40 - 20 : 0),
    );
    const cellOf = cellsOf(tree, figuresOf(tree, points, Int32Array.from(places)));
    const [small, large, usual] = [cellOf(1), cellOf(2), cellOf(3)];
    expect(small.score).toBe(30);
    expect(small.centre).toBeGreaterThan(large.centre);
    expect(small.centre).toBeLessThan(55);
    expect(small.band).toBeGreaterThan(usual.band);
    expect(large.band).toBeLessThanOrEqual(usual.band);
  });
});

describe('units without a figure', () => {
  const names = ['t1', 't2', 't3', 't4', 't5', 't6', 'alone', 'four'];
  const tree = unitTree([unit('top', null), ...names.map((name) => unit(name, 'top'))]);
  const sizes = [0, 5, 5, 5, 5, 5, 5, 1, 4];
  const places = sizes.flatMap((n, at) => Array<number>(n).fill(at));
  const isHidden = (at: number) => at >= 7;
  /** The five people in the two hidden units together always have 100 points; who has them is what is asked. */
  const cellsWith = (alone: number, isShown: (at: number) => boolean) => {
    const points = Float64Array.from(places, (at, person) =>
      at === 7 ? alone : at === 8 ? (100 - alone) / 4 : 35 + 5 * at + 12 * ((person % 5) - 2),
    );
    const cellOf = cellsOfUnits(tree, figuresOf(tree, points, Int32Array.from(places)), {
      heads: Float64Array.from(sizes, (n) => n + 2),
      isShown,
    });
    return tree.units.flatMap((_, at) => (isHidden(at) ? [] : [cellOf(at)]));
  };

  test('have no part in where the others stand: one person in a hidden unit can’t be read out of them', () => {
    expect(cellsWith(100, (at) => !isHidden(at))).toEqual(cellsWith(0, (at) => !isHidden(at)));
  });

  test('would be told by the others, were these seen against all units', () => {
    const naive = (alone: number) => cellsWith(alone, () => true).map(({ score, centre }) => ({ score, centre }));
    expect(naive(100).map(({ score }) => score)).toEqual(naive(0).map(({ score }) => score));
    expect(naive(100)).not.toEqual(naive(0));
  });

  test('count together, as one, among the five that are needed to see one against the others', () => {
    const points = Float64Array.from(places, (at) => 40 + at);
    const figures = figuresOf(tree, points, Int32Array.from(places), 50);
    const climateWith = (isShown: (at: number) => boolean) =>
      cellsOfUnits(tree, figures, { heads: figures.direct.n, isShown })(1).climate;
    expect([climateWith((at) => at <= 4), climateWith((at) => at <= 3)]).toEqual(['shrunk', 'none']);
  });
});

describe('with few units', () => {
  test('there is no climate: the band is about those who work here now, and corrects for how many answered', () => {
    const tree = unitTree([unit('top', null)]);
    const figures = figuresOf(tree, Float64Array.of(30, 40, 50, 60, 70), new Int32Array(5));
    // s² = 250, t(.975, 4) = 2.776 (any table). Noise: 2.776 × √(250/5) = 19.6. Five of ten answered:
    // 2.776 × √(250/5 × (1 − 5/10)) = 13.9.
    const now = { centre: 50, band: 16 };
    expect(cellsOf(tree, figures, Float64Array.of(10))(0)).toEqual({
      n: 5,
      heads: 10,
      score: 50,
      now,
      climate: 'none',
      ...now,
      noise: 22,
    });
  });

  test('seven of eight: little doubt about the eighth, and the error of measurement remains', () => {
    const tree = unitTree([unit('top', null)]);
    const scores = Float64Array.of(30, 35, 40, 50, 60, 65, 70);
    const bandOf = (heads: number, errorVariance: number) =>
      cellsOf(tree, figuresOf(tree, scores, new Int32Array(7), errorVariance), Float64Array.of(heads))(0).now.band;
    // s² = 1550/6 = 258.3, t(.975, 6) = 2.447. Eighth: 258.3/7/8 = 4.61, 2.447 × √4.61 = 5.3. All there: rounding only.
    expect([bandOf(8, 0), bandOf(7, 0), bandOf(100, 0)]).toEqual([6, 2, 16]);
    // Error 140 in 7 people: (258.3 − 140)/7/8 + 140/7 = 22.1, 2.447 × √22.1 = 11.5; all there: 2.447 × √20 = 10.9.
    expect([bandOf(8, 140), bandOf(7, 140)]).toEqual([16, 11]);
  });

  test('five people who answered alike do not get a band of nothing', () => {
    const tree = unitTree([unit('top', null)]);
    const alike = Float64Array.of(50, 50, 50, 50, 50);
    // Error variance 100: 2.776 × 10 / √5 = 12.4.
    const cell = cellsOf(tree, figuresOf(tree, alike, new Int32Array(5), 100))(0);
    expect([cell.now.band, cell.noise]).toEqual([16, 16]);
  });
});
