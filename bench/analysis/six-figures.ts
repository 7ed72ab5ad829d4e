import {
  correlationsOf,
  covarianceMatrix,
  cronbachAlpha,
  intraclassCorrelation,
  momentsOf,
  pairMoments,
  personScores,
  scaleByUnit,
  summary,
  uniformVariance,
  withinGroupAgreement,
} from '@lerend/psychometrics';
import type { Figure, IntraclassCorrelation, OptionColumn, Summary, UnitIndex } from '@lerend/psychometrics';
import { scalePlaces } from './generate.ts';

export interface SixFigures {
  readonly scores: readonly Float64Array[];
  readonly unitMeans: readonly Float64Array[];
  readonly alphas: readonly Figure[];
  readonly intraclass: readonly IntraclassCorrelation[];
  readonly correlations: readonly (readonly Figure[])[];
  readonly agreement: readonly Summary[];
}

/** Person scores, unit means, alpha, ICC and rwg(j) of eleven scales, and the correlations of all 44 items. */
export function sixFigures(columns: readonly OptionColumn[], units: UnitIndex): SixFigures {
  const moments = pairMoments(columns);
  const scales = scalePlaces.map((places) => {
    const items = places.map((place) => columns[place] as OptionColumn);
    const scores = personScores(items);
    return { places, scores, ...scaleByUnit(items, scores, units) };
  });
  const nullVariance = uniformVariance(5);
  return {
    scores: scales.map(({ scores }) => scores),
    unitMeans: scales.map(({ sums }) => sums.means),
    alphas: scales.map(({ places }): Figure => {
      const covariances = covarianceMatrix(momentsOf(moments, places));
      return covariances.value === null ? covariances : cronbachAlpha(covariances.value);
    }),
    intraclass: scales.map(({ sums }) => intraclassCorrelation(sums)),
    correlations: correlationsOf(moments),
    agreement: scales.map(({ places, spread }) => {
      const perUnit = Array.from(spread.n, (n, unit) =>
        withinGroupAgreement(n, spread.meanVariance[unit] as number, places.length, nullVariance),
      );
      return summary(perUnit);
    }),
  };
}
