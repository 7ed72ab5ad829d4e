import { monotoneRoot } from './distributions/monotone-root.ts';
import { truncatedNormal } from './distributions/truncated-normal.ts';
import type { TruncatedNormal, ValueRange } from './distributions/truncated-normal.ts';

/** Means of units of which only a range is told, those that are the same in everything taken together. */
export interface RangedMeans {
  readonly range: ValueRange;
  /** The sampling variance of each. */
  readonly variance: number;
  readonly count: number;
}

/** The means with a range out of all; `ranges` null where the mean itself is known. */
export function rangedMeans(
  variances: readonly number[],
  ranges: readonly (ValueRange | null)[],
): readonly RangedMeans[] {
  const found = new Map<string, { range: ValueRange; variance: number; count: number }>();
  ranges.forEach((range, at) => {
    const variance = variances[at];
    if (range === null || variance === undefined) return;
    const key = `${variance}/${range.low}/${range.high}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { range, variance, count: 1 });
  });
  return [...found.values()];
}

/** What the known means say of the grand mean μ for one variance between units: Σ 1/v, Σ mean/v. */
export interface KnownMeans {
  readonly precision: number;
  readonly weighted: number;
}

/** The likelihood of μ near its highest, as a normal density: where it lies, 1/variance, and what the ranges add to its log. */
export interface GrandMeanFit {
  readonly grandMean: number;
  readonly precision: number;
  readonly logOfRanges: number;
}

/**
 * The grand mean that fits known means and ranges best, for one variance between units (`between`). The likelihood is
 * log-concave, so it has one top; its curvature there is the precision. Integrating μ out with it is Laplace's
 * approximation, which without ranges is exact.
 */
export function fitGrandMean(
  { precision, weighted }: KnownMeans,
  ranged: readonly RangedMeans[],
  between: number,
  start: number,
): GrandMeanFit {
  const grandMean = monotoneRoot((at) => {
    const { slope, curvature } = likelihoodAt(at);
    return { value: Math.abs(slope) <= closeEnough * curvature ? 0 : -slope, slope: curvature };
  }, start);
  const { curvature, logOfRanges } = likelihoodAt(grandMean);
  return { grandMean, precision: curvature, logOfRanges };

  function likelihoodAt(at: number) {
    let slope = weighted - precision * at;
    let curvature = precision;
    let logOfRanges = 0;
    for (const { range, variance, count } of ranged) {
      const total = between + variance;
      const value = truncatedNormal(at, total, range);
      slope += (count * (value.mean - at)) / total;
      curvature += (count * (1 - value.variance / total)) / total;
      logOfRanges += count * value.logProbability;
    }
    return { slope, curvature, logOfRanges };
  }
}

/** Of a unit of the scale (a point of 0–100, a step): a figure shows much less of it. */
const closeEnough = 1e-9;

/** What is likely of a unit's own mean, of which a range is told, and how far that goes with μ. */
export interface RangedMean extends TruncatedNormal {
  /** Change of `mean` for a change of μ. */
  readonly slope: number;
}

/** @param total variance of the mean about the grand mean: between units and of sampling */
export function meanInRange(grandMean: number, total: number, range: ValueRange): RangedMean {
  const value = truncatedNormal(grandMean, total, range);
  return { ...value, slope: value.variance / total };
}
