import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { choleskyFactor, choleskyInverse, choleskyLogDeterminant } from '../linear-algebra/cholesky.ts';
import { expectedMoments } from './expected-moments.ts';
import type { Expectation } from './expected-moments.ts';
import type { IncompleteData } from './incomplete-data.ts';

const MAXIMUM_STEPS = 3000;
/** In standard deviations; the likelihood is then exact to about the square of it. */
const CHANGE_TOLERANCE = 1e-8;
/** A pivot below this share of its variance: the item is a combination of the others, to rounding. */
const SINGULAR_TOLERANCE = 1e-10;

/** Means and covariances in one list, for the arithmetic of steps. */
type Point = Float64Array;

function expectationAt(data: IncompleteData, point: Point): Expectation | null {
  const { size } = data;
  const means = point.subarray(0, size);
  const factor = choleskyFactor(point.subarray(size), size, SINGULAR_TOLERANCE);
  if (factor === null) return null;
  const logDeterminant = choleskyLogDeterminant(factor, size);
  return expectedMoments(data, { inverse: choleskyInverse(factor, size), means, logDeterminant });
}

function pointOf({ moments }: Expectation): Point {
  const point = new Float64Array(moments.means.length + moments.covariances.length);
  point.set(moments.means);
  point.set(moments.covariances, moments.means.length);
  return point;
}

function largestChange(from: Point, to: Point): number {
  let most = 0;
  for (let k = 0; k < from.length; k += 1) most = Math.max(most, Math.abs((to[k] as number) - (from[k] as number)));
  return most;
}

/**
 * Where two steps in a row point to (SQUAREM, scheme S3: Varadhan & Roland 2008, Scandinavian Journal of Statistics
 * 35:335). It may lie outside what is possible: the caller falls back on the second step then.
 */
function extrapolated(start: Point, first: Point, second: Point): Point {
  let steps = 0;
  let bends = 0;
  for (let k = 0; k < start.length; k += 1) {
    const step = (first[k] as number) - (start[k] as number);
    const bend = (second[k] as number) - (first[k] as number) - step;
    steps += step * step;
    bends += bend * bend;
  }
  const length = bends > 0 ? Math.max(1, Math.sqrt(steps / bends)) : 1;
  return start.map((each, k) => {
    const step = (first[k] as number) - each;
    const bend = (second[k] as number) - (first[k] as number) - step;
    return each + 2 * length * step + length * length * bend;
  });
}

/**
 * Means and covariances without any model, by maximum likelihood from incomplete data: the EM algorithm, speeded up,
 * until a step changes nothing by more than 1e-8 standard deviation.
 * Undefined: `singularCovariance`, `notConverged` (in 3000 steps).
 */
export function saturatedModel(data: IncompleteData): Figure<Expectation> {
  const { size } = data;
  let point: Point = Float64Array.from({ length: size + size * size }, (_, k) =>
    k >= size && (k - size) % (size + 1) === 0 ? 1 : 0,
  );
  let expectation = expectationAt(data, point);
  for (let count = 0; count < MAXIMUM_STEPS; count += 3) {
    if (expectation === null) return notDefined('singularCovariance');
    const first = pointOf(expectation);
    const isThere = largestChange(point, first) < CHANGE_TOLERANCE;
    if (isThere) return { value: expectation };
    const afterFirst = expectationAt(data, first);
    if (afterFirst === null) return notDefined('singularCovariance');
    const second = pointOf(afterFirst);
    const further = extrapolated(point, first, second);
    const afterFurther = expectationAt(data, further);
    const isBetter = afterFurther !== null && afterFurther.discrepancy <= afterFirst.discrepancy;
    point = isBetter ? further : second;
    expectation = isBetter ? afterFurther : expectationAt(data, second);
  }
  return notDefined('notConverged');
}
