import { describe, expect, test } from 'vitest';
import { numberColumn, optionColumn } from './answer-column.ts';
import type { AnswerColumn } from './answer-column.ts';
import { covarianceMatrix } from './covariance-matrix.ts';
import type { SquareMatrix } from './covariance-matrix.ts';
import { alphaIfDropped, cronbachAlpha, feldtInterval, itemRestCorrelation } from './cronbach-alpha.ts';
import { omegaTotal } from './omega-total.ts';
import { oneFactorModel } from './one-factor-model.ts';
import { pairMoments } from './pair-moments.ts';

function covariances(columns: readonly AnswerColumn[]): SquareMatrix {
  const { value, reason } = covarianceMatrix(pairMoments(columns));
  if (value === null) throw new Error(reason);
  return value;
}

const options = (...answers: (number | null)[]): AnswerColumn => optionColumn(answers, 1, 5);
const first = [1, 2, 3, 4, 5, 3, 2, 4];
const second = [2, 2, 3, 5, 4, 3, 1, 4];
const third = [1, 3, 3, 4, 4, 2, 2, 5];

/** λλᵀ + diagonal(θ), which the model must find back. */
function implied(loadings: readonly number[], residuals: readonly number[]): SquareMatrix {
  const size = loadings.length;
  const values = new Float64Array(size * size);
  loadings.forEach((a, i) => {
    loadings.forEach((b, j) => {
      values[i * size + j] = a * b + (i === j ? (residuals[i] ?? 0) : 0);
    });
  });
  return { size, values };
}

describe('alpha on hard input', () => {
  test('a scale of one item has no alpha, no interval and no item-rest correlation', () => {
    const matrix = covariances([options(...first)]);
    expect(cronbachAlpha(matrix)).toEqual({ value: null, reason: 'singleItem' });
    expect(itemRestCorrelation(matrix, 0)).toEqual({ value: null, reason: 'singleItem' });
    expect(feldtInterval(0.8, 100, 1)).toEqual({ value: null, reason: 'singleItem' });
  });

  test('two identical items have alpha 1', () => {
    const matrix = covariances([options(...first), options(...first)]);
    expect(cronbachAlpha(matrix).value).toBeCloseTo(1, 12);
    expect(alphaIfDropped(matrix, 0)).toEqual({ value: null, reason: 'singleItem' });
  });

  test('a constant item stays in alpha but has no item-rest correlation', () => {
    const constant = options(3, 3, 3, 3, 3, 3, 3, 3);
    const matrix = covariances([options(...first), options(...second), constant]);
    const without = cronbachAlpha(covariances([options(...first), options(...second)])).value ?? 0;
    expect(cronbachAlpha(matrix).value).toBeCloseTo(without * (3 / 2) * (1 / 2), 12);
    expect(alphaIfDropped(matrix, 2).value).toBeCloseTo(without, 12);
    expect(itemRestCorrelation(matrix, 2)).toEqual({ value: null, reason: 'noVariance' });
  });

  test('everybody the same on everything has no alpha', () => {
    const same = options(4, 4, 4);
    expect(cronbachAlpha(covariances([same, same]))).toEqual({ value: null, reason: 'noVariance' });
  });

  test('an item that nobody answered, or two that nobody answered both, leave no covariances', () => {
    const nobody = options(null, null, null, null);
    expect(covarianceMatrix(pairMoments([options(1, 2, 3, 4), nobody]))).toEqual({ value: null, reason: 'noAnswers' });
    const apart = [options(1, 2, null, null), options(null, null, 3, 4)];
    expect(covarianceMatrix(pairMoments(apart))).toEqual({ value: null, reason: 'tooFewPairs' });
  });
});

describe('covariances', () => {
  test('don’t depend on whether answers are kept as options or as numbers', () => {
    const answers = [first, second, third.map((answer, row) => (row === 2 ? null : answer))];
    const asOptions = covariances(answers.map((each) => optionColumn(each, 1, 5)));
    const asNumbers = covariances(answers.map((each) => numberColumn(each, 1, 5)));
    asOptions.values.forEach((value, index) => expect(asNumbers.values[index]).toBeCloseTo(value, 12));
  });

  test('don’t change when every answer is a billion higher', () => {
    const high = (answers: readonly number[]) =>
      numberColumn(
        answers.map((answer) => answer + 1e9),
        0,
        2e9,
      );
    const near = covariances([numberColumn(first, 1, 5), numberColumn(second, 1, 5)]);
    const far = covariances([high(first), high(second)]);
    near.values.forEach((value, index) => expect(far.values[index]).toBeCloseTo(value, 12));
  });
});

describe('the one-factor model', () => {
  test('finds back the loadings and residuals that made the covariances', () => {
    const loadings = [0.9, 1.4, 0.3, 2.2, 0.05];
    const residuals = [0.5, 1.1, 0.9, 3, 0.7];
    const model = oneFactorModel(implied(loadings, residuals)).value;
    const sign = Math.sign(model?.loadings[0] ?? 1);
    loadings.forEach((loading, index) => expect((model?.loadings[index] ?? 0) * sign).toBeCloseTo(loading, 8));
    residuals.forEach((residual, index) => expect(model?.residualVariances[index]).toBeCloseTo(residual, 8));
    const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
    const unique = residuals.reduce((sum, residual) => sum + residual, 0);
    expect(omegaTotal(implied(loadings, residuals)).value).toBeCloseTo(common / (common + unique), 10);
  });

  test('a Heywood case has no omega: the only exact solution has a residual variance below zero', () => {
    // Correlations .9, .9 and .65: the first loading squared would be .9 · .9 / .65 = 1.25.
    const matrix = { size: 3, values: Float64Array.of(1, 0.9, 0.9, 0.9, 1, 0.65, 0.9, 0.65, 1) };
    expect(omegaTotal(matrix)).toEqual({ value: null, reason: 'improperSolution' });
  });

  test('two items, copies and constants have no omega, each with its reason', () => {
    const [a, b, c] = [options(...first), options(...second), options(3, 3, 3, 3, 3, 3, 3, 3)];
    expect(omegaTotal(covariances([a, b]))).toEqual({ value: null, reason: 'tooFewItems' });
    expect(omegaTotal(covariances([a, a, b]))).toEqual({ value: null, reason: 'singularCovariance' });
    expect(omegaTotal(covariances([a, b, c]))).toEqual({ value: null, reason: 'noVariance' });
  });
});
