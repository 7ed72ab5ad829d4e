import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { innerProduct } from './matrix-product.ts';

/** A function at one place. The slopes are only computed where the search stays. */
export interface Place {
  readonly value: number;
  slopes(): Slopes;
}

export interface Slopes {
  readonly gradient: Float64Array;
  /** Stands in for the second derivatives: symmetric, positive definite, near them. */
  readonly curvature: Float64Array;
}

export interface Minimum {
  readonly parameters: Float64Array;
  readonly curvature: Float64Array;
}

const MAXIMUM_STEPS = 500;
const SLOPE_TOLERANCE = 1e-11;
/** Good enough when rounding keeps the slopes from getting any smaller: for so many steps they didn't. */
const LOOSE_SLOPE_TOLERANCE = 1e-7;
const STANDING_STEPS = 5;
/** Differences of the function below this share of it are rounding: a step isn't refused for them. */
const ROUNDING = 1e-12;
/** Of the descent that the slope promises, a step must bring at least this share. */
const LEAST_DESCENT = 1e-4;
/** How many former steps correct the curvature. */
const MEMORY = 8;
const RIDGES = [1e-12, 1e-8, 1e-4, 1e-1];

interface Step {
  readonly move: Float64Array;
  readonly change: Float64Array;
  readonly product: number;
}

/** curvature⁻¹ × gradient; where the curvature is singular its diagonal is raised until it isn't. */
function scaled(curvature: Float64Array, gradient: Float64Array): (vector: Float64Array) => Float64Array {
  const size = gradient.length;
  for (const ridge of RIDGES) {
    const raised = Float64Array.from(curvature);
    for (let i = 0; i < size; i += 1) raised[i * size + i] = (raised[i * size + i] as number) * (1 + ridge);
    const factor = choleskyFactor(raised, size);
    if (factor !== null) return (vector) => choleskySolve(factor, size, vector);
  }
  return (vector) => Float64Array.from(vector);
}

/** The two loops of the limited-memory BFGS method (Nocedal & Wright 2006, algorithm 7.4), from the given curvature. */
function direction(
  gradient: Float64Array,
  steps: readonly Step[],
  solve: (vector: Float64Array) => Float64Array,
): Float64Array {
  const rest = Float64Array.from(gradient);
  const weights = steps.map(() => 0);
  for (let k = steps.length - 1; k >= 0; k -= 1) {
    const { move, change, product } = steps[k] as Step;
    const weight = innerProduct(move, rest) / product;
    weights[k] = weight;
    for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i] as number) - weight * (change[i] as number);
  }
  const result = solve(rest);
  steps.forEach(({ move, change, product }, k) => {
    const weight = (weights[k] as number) - innerProduct(change, result) / product;
    for (let i = 0; i < result.length; i += 1) result[i] = (result[i] as number) + weight * (move[i] as number);
  });
  return result;
}

/** The first of the full step, half of it, a quarter … that brings the function down enough. */
function search(
  from: Float64Array,
  value: number,
  downhill: Float64Array,
  descent: number,
  evaluate: (parameters: Float64Array) => Place | null,
): { readonly parameters: Float64Array; readonly place: Place } | null {
  for (let share = 1; share > 1e-10; share /= 2) {
    const parameters = from.map((each, i) => each - share * (downhill[i] as number));
    const place = evaluate(parameters);
    if (place === null) continue;
    if (place.value <= value - LEAST_DESCENT * share * descent + ROUNDING * Math.abs(value))
      return { parameters, place };
  }
  return null;
}

/**
 * Where a smooth function is lowest, near `start`: scoring steps (curvature⁻¹ × slopes), corrected by what the former
 * steps taught (limited-memory BFGS), each halved until it goes down.
 *
 * `evaluate` gives null where the function doesn't exist; `start` must be inside. Ends when every slope is below 1e-11,
 * or below 1e-7 when rounding stops it. Null when neither is reached in 500 steps. Scale the parameters so that
 * curvatures are about 1.
 */
export function minimise(start: Float64Array, evaluate: (parameters: Float64Array) => Place | null): Minimum | null {
  let parameters = start;
  let place = evaluate(start);
  if (place === null) return null;
  let steps: Step[] = [];
  let slopes = place.slopes();
  let least = Number.POSITIVE_INFINITY;
  let standing = 0;
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    const { gradient, curvature } = slopes;
    const steepest = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
    standing = steepest < least ? 0 : standing + 1;
    least = Math.min(least, steepest);
    const isStanding = standing >= STANDING_STEPS && steepest < LOOSE_SLOPE_TOLERANCE;
    if (steepest < SLOPE_TOLERANCE || isStanding) return { parameters, curvature };
    const solve = scaled(curvature, gradient);
    let downhill = direction(gradient, steps, solve);
    let descent = innerProduct(gradient, downhill);
    if (!(descent > 0)) {
      steps = [];
      downhill = solve(gradient);
      descent = innerProduct(gradient, downhill);
    }
    const found = search(parameters, place.value, downhill, descent, evaluate);
    if (found === null) {
      if (steepest < LOOSE_SLOPE_TOLERANCE) return { parameters, curvature };
      if (steps.length === 0) return null;
      steps = [];
      continue;
    }
    const former = parameters;
    ({ parameters, place } = found);
    slopes = place.slopes();
    const move = parameters.map((each, i) => each - (former[i] as number));
    const change = slopes.gradient.map((each, i) => each - (gradient[i] as number));
    const product = innerProduct(move, change);
    const isUseful = product > 1e-10 * Math.sqrt(innerProduct(move, move) * innerProduct(change, change));
    if (isUseful) steps = [...steps.slice(1 - MEMORY), { move, change, product }];
  }
  return null;
}
