/**
 * A score in whole points, halves up. Adding people's scores in another order moves a sum in its last digits; digits
 * beyond the ninth are taken off first, so that a half doesn't fall to either side by the order of the rows.
 *
 * @param value a score of 0–100
 */
export function wholePoints(value: number): number {
  return Math.round(withoutLastDigits(value));
}

/** The variance of a uniform error of at most half a point: what rounding to whole points adds. */
export const roundingVariance = 1 / 12;

/** The same number without the digits in which the order of adding shows. */
export function withoutLastDigits(value: number): number {
  return Number(value.toFixed(9));
}
