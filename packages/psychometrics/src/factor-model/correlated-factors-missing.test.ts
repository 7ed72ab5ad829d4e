import { describe, expect, test } from 'vitest';
import { numberColumn, optionColumn } from '../answer-column.ts';
import { covarianceMatrix } from '../covariance-matrix.ts';
import { pairMoments } from '../pair-moments.ts';
import { correlatedFactorsWithMissing } from './correlated-factors-missing.ts';
import { correlatedFactorsModel } from './correlated-factors.ts';
import { incompleteData } from './incomplete-data.ts';
import { saturatedModel } from './saturated-model.ts';

const structure = { factorOf: [0, 0, 0, 1, 1, 1], factors: 2 };

/** Answers of 120 people that hang together; the same every time, since they come from a rule. */
function answer(person: number, item: number): number {
  const factor = item < 3 ? Math.sin(person * 1.7) : Math.sin(person * 1.7 + 1) + Math.cos(person * 0.9);
  const own = Math.sin(person * (item + 2.3) * 1.3 + item) + 0.5 * Math.cos(person * (item + 1) * 2.1);
  return Math.min(5, Math.max(1, Math.round(3 + factor + own)));
}
const complete = Array.from({ length: 6 }, (_, item) =>
  Array.from({ length: 120 }, (_each, person) => answer(person, item)),
);
const asColumns = (answers: readonly (readonly (number | null)[])[]) => answers.map((each) => optionColumn(each, 1, 5));

function withMissing(answers: readonly (readonly (number | null)[])[]) {
  const columns = asColumns(answers);
  return correlatedFactorsWithMissing(columns, pairMoments(columns), structure);
}

describe('the correlated factors model with missing answers', () => {
  test('is the model of complete answers where none are missing, with means in SRMR', () => {
    const covariances = covarianceMatrix(pairMoments(asColumns(complete))).value;
    const listwise = covariances === null ? null : correlatedFactorsModel(covariances, 120, structure).value;
    const full = withMissing(complete).value;
    expect(full?.n).toBe(120);
    expect(full?.fit.chiSquare).toBeCloseTo(listwise?.fit.chiSquare ?? 0, 8);
    expect(full?.fit.cfi.value).toBeCloseTo(listwise?.fit.cfi.value ?? 0, 9);
    expect(full?.fit.srmr.value).toBeCloseTo((listwise?.fit.srmr.value ?? 0) * Math.sqrt(21 / 27), 8);
    listwise?.loadings.forEach((loading, i) => expect(full?.loadings[i]).toBeCloseTo(loading, 8));
  });

  test('uses everybody who answered anything, and doesn’t depend on how answers are kept', () => {
    const holes = complete.map((each, item) =>
      each.map((value, person) => ((person * 7 + item * 5) % 11 === 0 ? null : value)),
    );
    const withEmpty = holes.map((each) => [...each, null, null]);
    const numbers = withEmpty.map((each) => numberColumn(each, 1, 5));
    const options = withMissing(withEmpty).value;
    expect(options?.n).toBe(120);
    const same = correlatedFactorsWithMissing(numbers, pairMoments(numbers), structure).value;
    expect(same?.fit.chiSquare).toBeCloseTo(options?.fit.chiSquare ?? 0, 7);
  });

  test('without any model, one item answered by some has the closed form of regression (Anderson 1957)', () => {
    const first = complete[0] as number[];
    const second = (complete[1] as number[]).map((value, person) => (person % 3 === 0 ? null : value));
    const columns = asColumns([first, second]);
    const data = incompleteData(columns, pairMoments(columns)).value;
    const found = data === null ? null : saturatedModel(data).value;
    // The mean of the second is the regression on the first among who answered both, at the mean of everybody's first.
    const both = first.flatMap((x, person) =>
      second[person] === null ? [] : [[x, second[person] as number] as const],
    );
    const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
    const [mx, my] = [mean(both.map(([x]) => x)), mean(both.map(([, y]) => y))];
    const slope = mean(both.map(([x, y]) => (x - mx) * (y - my))) / mean(both.map(([x]) => (x - mx) ** 2));
    const sd = Math.sqrt(mean(both.map(([, y]) => (y - my) ** 2)));
    expect(found?.moments.means[1]).toBeCloseTo((slope * (mean(first) - mx)) / sd, 7);
  });

  test('says why there is no model', () => {
    const alternating = complete.map((each, item) =>
      each.map((value, person) => (item < 2 && person % 2 === item ? null : value)),
    );
    expect(withMissing(alternating).reason).toBe('tooFewPairs');
    expect(withMissing(complete.map((each, item) => (item === 4 ? each.map(() => 3) : each))).reason).toBe(
      'noVariance',
    );
    expect(withMissing(complete.map((each) => each.slice(0, 5))).reason).toBe('tooFewAnswers');
    expect(withMissing([complete[0], complete[0], ...complete.slice(2)] as number[][]).reason).toBe(
      'singularCovariance',
    );
  });
});
