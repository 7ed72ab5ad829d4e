/**
 * Which unit each person belongs to: `unit[row]` from 0 to `count` − 1, or −1 for a person without a unit (who is
 * then left out of every figure that needs units). Numbers without people are allowed; figures skip such units.
 */
export interface UnitIndex {
  readonly unit: Int32Array;
  readonly count: number;
}

/** Number, mean and spread of the scores within each unit; the input of most figures about units. */
export interface UnitSums {
  /** People with a score, per unit. */
  readonly n: Float64Array;
  /** Mean score per unit; 0 where n is 0. */
  readonly means: Float64Array;
  /** Sum of squared deviations from the unit's mean, per unit. */
  readonly withinSquares: Float64Array;
}

/**
 * Sums the scores by unit, in two passes, counted from the unit's first score: no digits are lost, and equal scores
 * have a spread of exactly 0.
 * `scores`: one element a person, NaN = no score. People without a unit or a score are left out.
 */
export function unitSums(scores: Float64Array, units: UnitIndex): UnitSums {
  const n = new Float64Array(units.count);
  const means = new Float64Array(units.count);
  const withinSquares = new Float64Array(units.count);
  const firsts = new Float64Array(units.count);
  const { unit } = units;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] as number;
    const at = unit[row] as number;
    if (at < 0 || Number.isNaN(score)) continue;
    if (n[at] === 0) firsts[at] = score;
    n[at] = (n[at] as number) + 1;
    means[at] = (means[at] as number) + (score - (firsts[at] as number));
  }
  for (let at = 0; at < units.count; at += 1) {
    if ((n[at] as number) > 0) means[at] = (firsts[at] as number) + (means[at] as number) / (n[at] as number);
  }
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] as number;
    const at = unit[row] as number;
    if (at < 0 || Number.isNaN(score)) continue;
    withinSquares[at] = (withinSquares[at] as number) + (score - (means[at] as number)) ** 2;
  }
  return { n, means, withinSquares };
}
