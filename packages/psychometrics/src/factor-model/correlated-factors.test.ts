import { describe, expect, test } from 'vitest';
import type { SquareMatrix } from '../covariance-matrix.ts';
import { correlatedFactorsModel } from './correlated-factors.ts';

/** The covariances that a model implies, which it must find back. */
function implied(
  loadings: readonly number[],
  factorOf: readonly number[],
  factorCorrelations: readonly (readonly number[])[],
  residual = (loading: number) => 1 - loading ** 2,
): SquareMatrix {
  const size = loadings.length;
  const values = new Float64Array(size * size);
  loadings.forEach((a, i) => {
    loadings.forEach((b, j) => {
      const between = factorCorrelations[factorOf[i] as number]?.[factorOf[j] as number] as number;
      values[i * size + j] = a * b * between + (i === j ? residual(a) : 0);
    });
  });
  return { size, values };
}

const twoByThree = { factorOf: [0, 0, 0, 1, 1, 1], factors: 2 };
const loadings = [0.8, 0.7, 0.5, 0.9, 0.6, 0.4];

describe('the correlated factors model', () => {
  test('finds back the loadings and correlations that made the covariances, with a perfect fit', () => {
    const factorOf = [0, 1, 2, 0, 1, 2, 0, 1, 2, 2];
    const made = [0.8, 0.3, 0.6, 0.7, 0.9, 0.5, 0.4, 0.6, 0.7, 0.2];
    const correlations = [
      [1, 0.6, -0.4],
      [0.6, 1, 0.1],
      [-0.4, 0.1, 1],
    ];
    const model = correlatedFactorsModel(implied(made, factorOf, correlations), 400, { factorOf, factors: 3 }).value;
    made.forEach((loading, i) => expect(model?.loadings[i]).toBeCloseTo(loading, 9));
    correlations.flat().forEach((each, k) => expect(model?.factorCorrelations.values[k]).toBeCloseTo(each, 9));
    expect(model?.fit).toMatchObject({ degreesOfFreedom: 32, cfi: { value: 1 } });
    expect(model?.fit.chiSquare).toBeCloseTo(0, 8);
    expect(model?.fit.rmsea).toEqual({ value: 0 });
    expect(model?.fit.rmseaInterval).toEqual({ value: [0, 0] });
    expect(model?.fit.p.value).toBeCloseTo(1, 12);
    expect(model?.fit.srmr.value).toBeCloseTo(0, 9);
  });

  test('doesn’t depend on the units of the items', () => {
    const correlations = [
      [1, 0.5],
      [0.5, 1],
    ];
    const near = implied(loadings, twoByThree.factorOf, correlations, () => 0.9);
    near.values[1] = near.values[6] = 0.2;
    const scale = [1, 1000, 0.001, 7, 1, 1e6];
    const far = near.values.map((each, k) => each * (scale[Math.floor(k / 6)] as number) * (scale[k % 6] as number));
    const first = correlatedFactorsModel(near, 250, twoByThree).value;
    const second = correlatedFactorsModel({ size: 6, values: far }, 250, twoByThree).value;
    expect(first?.fit.chiSquare).toBeGreaterThan(1);
    expect(second?.fit.chiSquare).toBeCloseTo(first?.fit.chiSquare ?? 0, 8);
    first?.loadings.forEach((loading, i) => expect(second?.loadings[i]).toBeCloseTo(loading, 9));
  });

  test('an item keyed the other way has a negative loading, and changes nothing else', () => {
    const made = [0.8, -0.7, 0.5, 0.9, 0.6, -0.4];
    const model = correlatedFactorsModel(
      implied(made, twoByThree.factorOf, [
        [1, 0.3],
        [0.3, 1],
      ]),
      300,
      twoByThree,
    ).value;
    made.forEach((loading, i) => expect(model?.loadings[i]).toBeCloseTo(loading, 9));
  });

  test('one scale of three items fits by construction: estimates, but no fit', () => {
    const model = correlatedFactorsModel(implied([0.8, 0.7, 0.5], [0, 0, 0], [[1]]), 100, {
      factorOf: [0, 0, 0],
      factors: 1,
    });
    expect(model.value?.loadings[1]).toBeCloseTo(0.7, 9);
    expect(model.value?.fit).toMatchObject({ chiSquare: 0, degreesOfFreedom: 0, cfi: { reason: 'justIdentified' } });
  });

  test('two scales of two items can be estimated because they correlate; unrelated ones leave parameters free', () => {
    const structure = { factorOf: [0, 0, 1, 1], factors: 2 };
    const made = [0.8, 0.6, 0.7, 0.5];
    const model = correlatedFactorsModel(
      implied(made, structure.factorOf, [
        [1, 0.4],
        [0.4, 1],
      ]),
      300,
      structure,
    );
    expect(model.value?.loadings[1]).toBeCloseTo(0.6, 8);
    const apart = correlatedFactorsModel(
      implied(made, structure.factorOf, [
        [1, 0],
        [0, 1],
      ]),
      300,
      structure,
    );
    expect(apart.reason).toBe('notIdentified');
  });

  test('two items that are nearly copies of one another still have a model, though rounding stops the slopes early', () => {
    const factorOf = [0, 0, 0, 0];
    const matrix = implied([0.9995, 0.9995, 0.5, 0.3], factorOf, [[1]]);
    matrix.values[11] = matrix.values[14] = 0.4;
    const model = correlatedFactorsModel(matrix, 700, { factorOf, factors: 1 });
    expect(model.value?.fit.degreesOfFreedom).toBe(2);
    expect(model.value?.loadings[0]).toBeCloseTo(0.9995, 3);
  });

  test('says why there is no model', () => {
    const good = implied(loadings, twoByThree.factorOf, [
      [1, 0.5],
      [0.5, 1],
    ]);
    const withElement = (i: number, j: number, value: number): SquareMatrix => {
      const values = Float64Array.from(good.values);
      values[i * 6 + j] = values[j * 6 + i] = value;
      return { size: 6, values };
    };
    const reasonOf = (matrix: SquareMatrix, n = 300, structure = twoByThree) =>
      correlatedFactorsModel(matrix, n, structure).reason;
    expect(reasonOf(good)).toBeUndefined();
    expect(reasonOf(good, 6)).toBe('tooFewAnswers');
    expect(reasonOf(good, 300, { factorOf: [0, 0, 0, 0, 0, 1], factors: 2 })).toBe('singleItem');
    expect(reasonOf(implied([0.8, 0.7], [0, 0], [[1]]), 300, { factorOf: [0, 0], factors: 1 })).toBe('tooFewItems');
    const constant = withElement(2, 2, 0);
    for (let k = 0; k < 6; k += 1) constant.values[12 + k] = constant.values[k * 6 + 2] = 0;
    expect(reasonOf(constant)).toBe('noVariance');
    const copy = withElement(0, 1, 1);
    for (let k = 2; k < 6; k += 1) copy.values[6 + k] = copy.values[k * 6 + 1] = copy.values[k] as number;
    expect(reasonOf(copy)).toBe('singularCovariance');
  });

  test('gives the fit of an improper solution, and says that its parameters can’t be read', () => {
    const oneFactor = implied(loadings, twoByThree.factorOf, [
      [1, 1],
      [1, 1],
    ]);
    expect(correlatedFactorsModel(oneFactor, 300, twoByThree).value).toMatchObject({
      improper: 'coincidingFactors',
      fit: { degreesOfFreedom: 8 },
    });
    const heywood = implied(loadings, twoByThree.factorOf, [
      [1, 0.5],
      [0.5, 1],
    ]);
    const set = (i: number, j: number, value: number): void => {
      heywood.values[i * 6 + j] = heywood.values[j * 6 + i] = value;
    };
    // Correlations .9, .9 and .65 within the first scale: its first loading squared would be .9 · .9 / .65.
    set(0, 1, 0.9);
    set(0, 2, 0.9);
    set(1, 2, 0.65);
    expect(correlatedFactorsModel(heywood, 300, twoByThree).value?.improper).toBe('improperSolution');
  });
});
