import { describe, expect, test } from 'vitest';
import { numberColumn, optionColumn } from './answer-column.ts';
import type { AnswerColumn } from './answer-column.ts';
import { itemAdjustedScores } from './item-adjusted-scores.ts';
import { independentMean } from './mean-interval.ts';
import { personScores } from './person-scores.ts';
import { drawnAnswers } from './tests/drawn-answers.ts';
import type { DrawnAnswers } from './tests/drawn-answers.ts';
import { unitSums } from './unit-index.ts';

const items = (...columns: (readonly (number | null)[])[]) => columns.map((answers) => optionColumn(answers, 1, 5));

describe('scores of people who were each asked a part', () => {
  test('are the plain means when everybody was asked everything', () => {
    const all = items([1, 2, 5, 4], [3, 3, 5, 4], [2, 4, 4, 5]);
    const { scores, itemMeans } = itemAdjustedScores(all);
    personScores(all).forEach((plain, person) => expect(scores[person]).toBeCloseTo(plain, 12));
    [3, 3.75, 3.75].forEach((mean, item) => expect(itemMeans[item]).toBeCloseTo(mean, 12));
  });

  test('do not tell who got the hard item: people of one opinion have one score', () => {
    // Everybody answers 4 to the first, 2 to the second and 3 to the third, each asked two of them.
    const { scores } = itemAdjustedScores(items([4, 4, null, 4], [2, null, 2, 2], [null, 3, 3, null]));
    expect([...scores].map((score) => score.toFixed(9))).toEqual(Array(4).fill('3.000000000'));
  });

  test('need one answer: who answered none has none, and an item that nobody answered takes no part', () => {
    const { scores, itemMeans } = itemAdjustedScores(
      items([4, null, 2, 3], [null, null, 4, 5], [null, null, null, null]),
    );
    expect([...scores].map(Number.isNaN)).toEqual([false, true, false, false]);
    expect(itemMeans[2]).toBeNull();
  });

  test('say why a variance does not exist', () => {
    const one = itemAdjustedScores(items([4, null, 2], [null, 3, null]));
    expect(one.variances.person).toEqual({ value: null, reason: 'tooFewPairs' });
    expect(one.errorVariance).toEqual({ value: null, reason: 'tooFewPairs' });
    const alike = itemAdjustedScores(items([3, 3, 3], [3, 3, 3]));
    expect(alike.reliability).toEqual({ value: null, reason: 'noVariance' });
    expect(itemAdjustedScores([]).scores).toHaveLength(0);
    expect(itemAdjustedScores(items([null], [null])).variances.residual.value).toBeNull();
  });
});

/** Over many organisations: how far a unit's mean is off, how that goes with the ease of what it drew, how often its interval covers. */
function trials(score: (columns: readonly AnswerColumn[]) => Float64Array, seeds: number, design = {}) {
  const off: number[] = [];
  const ease: number[] = [];
  let covered = 0;
  let units = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const drawn: DrawnAnswers = drawnAnswers({ seed, ...design });
    const sums = unitSums(score(drawn.columns), drawn.units);
    sums.n.forEach((n, unit) => {
      const mean = sums.means[unit] as number;
      const truth = drawn.unitMeans[unit] as number;
      const estimate = independentMean(n, mean, sums.withinSquares[unit] as number).value;
      units += 1;
      off.push(mean - truth);
      ease.push(drawn.ease[unit] as number);
      if (estimate && estimate.interval[0] <= truth && truth <= estimate.interval[1]) covered += 1;
    });
  }
  return {
    bias: average(off),
    error: average(off.map((one) => one ** 2)),
    withEase: correlation(off, ease),
    coverage: covered / units,
  };
}

const average = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [average(one), average(other)];
  const cov = average(one.map((value, at) => (value - a) * ((other[at] as number) - b)));
  return (
    cov / Math.sqrt(average(one.map((value) => (value - a) ** 2)) * average(other.map((value) => (value - b) ** 2)))
  );
}

describe('over three hundred organisations of thirty units of eight, two of four items each', () => {
  const adjusted = trials((columns) => itemAdjustedScores(columns).scores, 300);
  const plain = trials(personScores, 300);

  // 9,000 units: a standard error of 0.23 of a hundred in coverage, 0.003 in bias, 0.011 in a correlation.
  test('a unit’s mean is off by nothing on average, and its 95 % interval covers 95 %', () => {
    expect(Math.abs(adjusted.bias)).toBeLessThan(0.012);
    expect(adjusted.coverage).toBeGreaterThan(0.94);
    expect(adjusted.coverage).toBeLessThan(0.96);
  });

  test('a unit is not high because it drew easy items; under the half rule it is, and it is further off', () => {
    expect(Math.abs(adjusted.withEase)).toBeLessThan(0.04);
    expect(plain.withEase).toBeGreaterThan(0.4);
    // By the design: (0.67² + 0.84²/2)/8 = 0.100 with the items' effects known, and 0.79/2 × (1 − 2/4)/8 = 0.025 on top without.
    expect(plain.error / adjusted.error).toBeGreaterThan(1.18);
    expect(plain.error / adjusted.error).toBeLessThan(1.3);
  });
});

test('in an organisation of three units of six the intervals still cover, though the items’ means are uncertain', () => {
  const { bias, coverage } = trials((columns) => itemAdjustedScores(columns).scores, 1500, { units: 3, size: 6 });
  expect(Math.abs(bias)).toBeLessThan(0.03);
  expect(coverage).toBeGreaterThan(0.935);
  expect(coverage).toBeLessThan(0.965);
});

test('any numbers are scored like options', () => {
  const columns = [numberColumn([2.5, null, 4], 0, 10), numberColumn([null, 3, 6], 0, 10)];
  const { scores, itemMeans } = itemAdjustedScores(columns);
  expect(scores[2]).toBeCloseTo(5, 9);
  expect(itemMeans).toHaveLength(2);
});
