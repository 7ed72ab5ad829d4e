import { monotoneRoot } from './monotone-root.ts';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** The density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
}

/** P(Z > z) for z ≥ 0: a series near zero, a continued fraction in the tail; relative error about 1e-15. */
function upperTail(z: number): number {
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let k = 3; Math.abs(term) > 1e-18 * sum; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  return normalDensity(z) / tailFraction(z);
}

/** Density over tail for z ≥ 2.5, by its continued fraction, from half as far again as it takes for the last digit. */
function tailFraction(z: number): number {
  let fraction = 0;
  for (let k = Math.ceil(8 + 1100 / (z * z)); k >= 1; k -= 1) fraction = k / (z + fraction);
  return z + fraction;
}

/** Mills' ratio P(Z > z) / density for z ≥ 0: finite where both are too small for a number. */
export function millsRatio(z: number): number {
  return z < 2.5 ? upperTail(z) / normalDensity(z) : 1 / tailFraction(z);
}

/**
 * P(Z ≤ z), the standard normal distribution function; both tails keep their relative precision.
 * Source: the series and continued fraction of DLMF 7.6 and 7.9.
 */
export function normalProbability(z: number): number {
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

/** The z below which a share `probability` lies. @throws RangeError unless 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('A probability lies between 0 and 1.');
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  return monotoneRoot((z) => ({ value: normalProbability(z) - probability, slope: normalDensity(z) }), -1);
}
