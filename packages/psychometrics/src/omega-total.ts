import type { SquareMatrix } from './covariance-matrix.ts';
import { defined } from './figure.ts';
import type { Figure } from './figure.ts';
import { oneFactorModel } from './one-factor-model.ts';

/**
 * McDonald's omega total of a scale: (Σλ)² / ((Σλ)² + Σθ), the share of the model-implied variance of the sum score
 * that one common factor explains.
 *
 * `covariances`: the scale's items over complete rows. Use beside alpha: it doesn't take for granted that items load
 * alike, but does that one factor suffices. Undefined for the same reasons as {@link oneFactorModel}.
 * Source: McDonald (1999), Test Theory, ch. 6. Model-implied variance in the denominator, not the observed one.
 */
export function omegaTotal(covariances: SquareMatrix): Figure {
  const model = oneFactorModel(covariances);
  if (model.value === null) return model;
  const common = model.value.loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  const unique = model.value.residualVariances.reduce((sum, variance) => sum + variance, 0);
  return defined(common / (common + unique));
}
