/** Beyond this many predictors the number of subsets is no longer a matter of seconds. */
export const MAXIMUM_SHAPLEY_PREDICTORS = 24;

/** w(s) = s! (k − s − 1)! / k!: the share of the orders in which a predictor comes right after this subset of s. */
function orderShares(predictors: number): Float64Array {
  const shares = new Float64Array(predictors + 1);
  let share = 1 / predictors;
  for (let size = 0; size < predictors; size += 1) {
    shares[size] = share;
    share *= (size + 1) / (predictors - 1 - size);
  }
  return shares;
}

/**
 * The shares of R² by Shapley's value (LMG): what a predictor adds to R², averaged over all orders in which the
 * predictors can come into the regression. They sum to R².
 *
 * `correlations`: predictors first, the outcome last, row by row; the predictors' part must be positive definite.
 * Exact, over all 2^k subsets: predictors are swept one by one, so that a subset costs some ten operations whatever
 * its size. About 0.1 s for 20 predictors; don't call it above {@link MAXIMUM_SHAPLEY_PREDICTORS}.
 * Source: Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis; Grömping (2006),
 * Journal of Statistical Software 17(1).
 */
export function shapleyShares(correlations: Float64Array, size: number): Float64Array {
  const predictors = size - 1;
  const orders = orderShares(predictors);
  const shares = new Float64Array(predictors);
  // What is left at each depth of the predictors still to be decided on and the outcome: their upper triangle's rows.
  const left = Array.from({ length: size }, (_, depth) => new Float64Array((size - depth) ** 2));
  left[0]?.set(correlations);
  let withoutIt = 0;

  /** (w(s − 1) + w(s)) R² of one subset, of which so much of the outcome is left. */
  const decided = (unexplained: number, taken: number): number => {
    const explained = 1 - unexplained;
    const before = taken === 0 ? 0 : (orders[taken - 1] as number);
    withoutIt += (orders[taken] as number) * explained;
    return (before + (orders[taken] as number)) * explained;
  };

  /** Sums (w(s − 1) + w(s)) R² over the subsets below, and adds to each predictor those that hold it. */
  const visit = (depth: number, taken: number): number => {
    const now = left[depth] as Float64Array;
    const width = size - depth;
    if (width === 2) {
      const [pivot, both, outcome] = [now[0] as number, now[1] as number, now[3] as number];
      const leftOut = decided(outcome, taken);
      const taking = decided(outcome - (both / pivot) * both, taken + 1);
      shares[depth] = (shares[depth] as number) + taking;
      return leftOut + taking;
    }
    const next = left[depth + 1] as Float64Array;
    const narrow = width - 1;
    for (let i = 0; i < narrow; i += 1) {
      for (let j = i; j < narrow; j += 1) next[i * narrow + j] = now[(i + 1) * width + j + 1] as number;
    }
    const leftOut = visit(depth + 1, taken);
    const pivot = now[0] as number;
    for (let i = 0; i < narrow; i += 1) {
      const factor = (now[i + 1] as number) / pivot;
      for (let j = i; j < narrow; j += 1) {
        next[i * narrow + j] = (now[(i + 1) * width + j + 1] as number) - factor * (now[j + 1] as number);
      }
    }
    const taking = visit(depth + 1, taken + 1);
    shares[depth] = (shares[depth] as number) + taking;
    return leftOut + taking;
  };
  if (predictors > 0) visit(0, 0);
  return shares.map((share) => share - withoutIt);
}
