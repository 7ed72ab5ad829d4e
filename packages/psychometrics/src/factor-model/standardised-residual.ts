import type { GroupModel } from './group-model.ts';
import type { Moments } from './moments.ts';

/**
 * SRMR of one group, by lavaan's convention (Bentler's): the root of the mean square of (observed − implied
 * covariance) / (product of observed standard deviations) over all pairs and variances, and with `hasMeans` of
 * (observed − implied mean) / observed standard deviation as well. Over groups: weighted by their people.
 * Source: Bentler (1995), EQS program manual.
 */
export function standardisedResidual(model: GroupModel, sample: Moments, hasMeans: boolean): number {
  const size = model.means.length;
  const sds = Array.from({ length: size }, (_, i) => Math.sqrt(sample.covariances[i * (size + 1)] as number));
  let squares = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const apart = (sample.covariances[i * size + j] as number) - (model.covariances[i * size + j] as number);
      squares += (apart / ((sds[i] as number) * (sds[j] as number))) ** 2;
    }
    if (hasMeans) squares += (((sample.means[i] as number) - (model.means[i] as number)) / (sds[i] as number)) ** 2;
  }
  return Math.sqrt(squares / ((size * (size + 1)) / 2 + (hasMeans ? size : 0)));
}
