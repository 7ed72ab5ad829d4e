import { betaKernel, betaTails } from './incomplete-beta.ts';
import { monotoneRoot } from './monotone-root.ts';

/**
 * P(T > t) of Student's t distribution; `degreesOfFreedom` > 0, whole or not. Precise in both tails.
 * Convention: one-sided. Source: DLMF 8.17 (incomplete beta function).
 */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  if (t < 0) return 1 - studentTUpperTail(-t, degreesOfFreedom);
  const square = t * t;
  const x = degreesOfFreedom / (degreesOfFreedom + square);
  const y = square / (degreesOfFreedom + square);
  return 0.5 * betaTails(x, y, degreesOfFreedom / 2, 0.5).lower;
}

/**
 * The t below which a share `probability` lies, as R's `qt`.
 * @throws RangeError unless 0 < probability < 1 and degreesOfFreedom > 0.
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('A probability lies between 0 and 1.');
  if (!(degreesOfFreedom > 0)) throw new RangeError('Degrees of freedom are above 0.');
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom);
  const tail = 1 - probability;
  const logarithm = monotoneRoot((u) => {
    const t = Math.exp(u);
    const square = t * t;
    const total = degreesOfFreedom + square;
    const slope = betaKernel(degreesOfFreedom / total, square / total, degreesOfFreedom / 2, 0.5);
    return { value: tail - studentTUpperTail(t, degreesOfFreedom), slope };
  }, 0.7);
  return Math.exp(logarithm);
}
