import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { noncentralityAt } from '../distributions/noncentral-chi-square.ts';
import { defined, notDefined } from '../figure.ts';
import type { Figure, Interval } from '../figure.ts';

/** How well a model reproduces the means and covariances of the items. */
export interface ModelFit {
  /** −2 × the log of the likelihood ratio to the model without restrictions. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: Figure;
  /** Against the model in which no two items have anything in common: 1 is perfect. */
  readonly cfi: Figure;
  readonly tli: Figure;
  /** Misfit per degree of freedom in the population: 0 is perfect. With its 90 % interval. */
  readonly rmsea: Figure;
  readonly rmseaInterval: Figure<Interval>;
  /** The typical difference between an observed and an implied correlation. */
  readonly srmr: Figure;
}

export interface FitInput {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly baselineChiSquare: number;
  readonly baselineDegreesOfFreedom: number;
  readonly people: number;
  readonly groups: number;
  readonly srmr: number;
}

const INTERVAL_TAIL = 0.05;
/** Chi-square is a small difference of large numbers: what is left of rounding below this is 0. */
const ROUNDING = 1e-9;

/**
 * The fit indices from the chi-squares of the model and of its baseline, by lavaan's conventions: chi-square is n × the
 * discrepancy (not n − 1); CFI is held between 0 and 1, TLI isn't; RMSEA is multiplied by √groups, and the limits of
 * its interval come from the noncentral chi-square distribution.
 *
 * A model without degrees of freedom fits by construction: chi-square is 0 and the indices are undefined
 * (`justIdentified`; lavaan gives 1 and 0). Where the baseline fits perfectly, CFI and TLI are undefined (`noVariance`).
 * Sources: Bentler (1990), Psych. Bull. 107:238; Tucker & Lewis (1973), Psychometrika 38:1; Steiger (1990),
 * Multivariate Behavioral Research 25:173; Browne & Cudeck (1992), Sociological Methods & Research 21:230.
 */
export function modelFit(input: FitInput): ModelFit {
  const { degreesOfFreedom, baselineChiSquare, baselineDegreesOfFreedom, people, groups } = input;
  const chiSquare = Math.abs(input.chiSquare) < ROUNDING * people ? 0 : input.chiSquare;
  const counts = { chiSquare, degreesOfFreedom };
  if (degreesOfFreedom === 0) {
    const none = notDefined('justIdentified');
    return { ...counts, chiSquare: 0, p: none, cfi: none, tli: none, rmsea: none, rmseaInterval: none, srmr: none };
  }
  const misfit = chiSquare - degreesOfFreedom;
  const baselineMisfit = baselineChiSquare - baselineDegreesOfFreedom;
  const worst = Math.max(misfit, baselineMisfit, 0);
  const inRmsea = (noncentrality: number): number =>
    Math.sqrt((Math.max(0, noncentrality) / (people * degreesOfFreedom)) * groups);
  return {
    ...counts,
    p: defined(chiSquareUpperTail(chiSquare, degreesOfFreedom)),
    cfi: defined(worst === 0 ? 1 : 1 - Math.max(misfit, 0) / worst),
    tli:
      baselineMisfit === 0
        ? notDefined('noVariance')
        : defined(1 - (misfit * baselineDegreesOfFreedom) / (baselineMisfit * degreesOfFreedom)),
    rmsea: defined(inRmsea(misfit)),
    rmseaInterval: defined<Interval>([
      inRmsea(noncentralityAt(chiSquare, degreesOfFreedom, 1 - INTERVAL_TAIL)),
      inRmsea(noncentralityAt(chiSquare, degreesOfFreedom, INTERVAL_TAIL)),
    ]),
    srmr: defined(input.srmr),
  };
}
