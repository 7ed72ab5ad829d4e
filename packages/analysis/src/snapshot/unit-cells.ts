import { bandClassOf } from '@lerend/disclosure';
import type { AreaCell, BandClass } from '@lerend/disclosure';
import { clusteredMean, normalQuantile, randomInterceptModel, studentTQuantile } from '@lerend/psychometrics';
import type { UnitSums } from '@lerend/psychometrics';
import { fewestUnitsToDrawIn } from './method.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { withAllBelow } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';
import { wholePoints, withoutLastDigits } from './whole-points.ts';

/*
 * Score, centre and band of a unit.
 *
 * score: the mean of the people's scores, rounded. It is never drawn in.
 *
 * From five units of one depth (`fewestUnitsToDrawIn`) each is seen against the others: variances by REML, centre =
 * μ + λ (score − μ), λ = τ / (τ + σ²/n). The half-width is 1.96 × the standard deviation of the unit's true mean given
 * that, the uncertainty of μ added: √(τ (1 − λ) + (1 − λ)² var μ). σ² and τ belong to the depth, so a unit's band says
 * nothing about how its own people differ.
 * REML's τ can be 0 by chance, which would say that we are sure that all units are the same. So it is taken at least
 * one standard error from 0, √(2 / (G − 1)) · σ²/ñ, in the spirit of Chung, Rabe-Hesketh, Dorie, Gelman & Liu (2013),
 * Psychometrika 78:685.
 *
 * With fewer units: a t interval over the people, or, when that is wider, over the lowest units inside (five or more).
 *
 * In both, a person's variance is never taken smaller than the error of measurement: sampling and measurement are in
 * one variance as long as the spread was really observed, and this keeps the second in when the first is small by chance.
 */

/** Makes the cell of a unit; call it only for a unit with at least one score. */
export type CellOfUnit = (unit: number) => AreaCell;

interface DrawnIn {
  readonly mean: number;
  readonly meanVariance: number;
  readonly between: number;
  readonly within: number;
}

export function cellsOfUnits(tree: UnitTree, figures: ScaleFigures): CellOfUnit {
  const drawnIn = figures.byDepth.map((sums) => comparedUnits(sums, figures.errorVariance));
  return (unit) => {
    const n = figures.whole.n[unit] ?? 0;
    const score = wholePoints(figures.whole.means[unit] ?? 0);
    const among = drawnIn[tree.depths[unit] ?? 0];
    if (!among) {
      const { own, clustered } = plainHalfWidths(tree, figures, unit);
      return { n, score, centre: score, band: bandOf(Math.max(own, clustered)), noise: bandOf(own) };
    }
    const share = among.between / (among.between + among.within / n);
    const variance = among.between * (1 - share) + (1 - share) ** 2 * among.meanVariance;
    return {
      n,
      score,
      centre: wholePoints(among.mean + share * (score - among.mean)),
      band: bandOf(reach(variance)),
      noise: bandOf(reach(among.within / n)),
    };
  };
}

const bandOf = (halfWidth: number): BandClass => bandClassOf(withoutLastDigits(halfWidth));

function comparedUnits(sums: UnitSums, errorVariance: number): DrawnIn | undefined {
  const sizes = sums.n.filter((n) => n > 0);
  if (sizes.length < fewestUnitsToDrawIn) return undefined;
  const model = randomInterceptModel(sums).value;
  if (model === null) return undefined;
  const within = Math.max(model.withinVariance, errorVariance);
  const harmonicSize = sizes.length / sizes.reduce((sum, n) => sum + 1 / n, 0);
  const oneStandardError = (Math.sqrt(2 / (sizes.length - 1)) * within) / harmonicSize;
  const between = Math.max(model.betweenVariance, oneStandardError);
  const precision = sizes.reduce((sum, n) => sum + 1 / (between + within / n), 0);
  return { mean: model.grandMean, meanVariance: 1 / precision, between, within };
}

/** Half-widths of the mean over people (`own`) and over the lowest units inside (`clustered`; 0 with too few of them). */
function plainHalfWidths(tree: UnitTree, figures: ScaleFigures, unit: number): { own: number; clustered: number } {
  const n = figures.whole.n[unit] ?? 0;
  const squares = figures.whole.withinSquares[unit] ?? 0;
  if (n < 2) return { own: Number.POSITIVE_INFINITY, clustered: 0 };
  const variance = Math.max(squares / (n - 1), figures.errorVariance);
  const own = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  const { from, to } = withAllBelow(tree, unit);
  const { direct } = figures;
  const inside: UnitSums = {
    n: direct.n.subarray(from, to),
    means: direct.means.subarray(from, to),
    withinSquares: direct.withinSquares.subarray(from, to),
  };
  const interval = clusteredMean(inside).value?.interval;
  return { own, clustered: interval ? (interval[1] - interval[0]) / 2 : 0 };
}

function reach(variance: number): number {
  return normalQuantile(0.975) * Math.sqrt(variance);
}
