export { defined, notDefined } from './figure.ts';
export type { Figure, Interval, UndefinedReason } from './figure.ts';
export {
  MAXIMUM_OPTIONS,
  codeOffset,
  columnLength,
  emptyCodes,
  numberColumn,
  optionColumn,
  optionCount,
  reverseColumn,
} from './answer-column.ts';
export type { AnswerColumn, NumberColumn, OptionColumn } from './answer-column.ts';
export { itemStatistics, numberStatistics, optionCounts } from './item-statistics.ts';
export type { ItemStatistics } from './item-statistics.ts';
export { personScores, scoreFromMean } from './person-scores.ts';
export { answersByPerson } from './answers-by-person.ts';
export type { AnswersByPerson } from './answers-by-person.ts';
export { answerVariances } from './answer-variances.ts';
export type { AnswerVariances } from './answer-variances.ts';
export { itemMeans } from './item-means.ts';
export { itemAdjustedScores } from './item-adjusted-scores.ts';
export type { ItemAdjustedScores } from './item-adjusted-scores.ts';
export { completeRows, momentsOf, pairCovariance, pairMoments } from './pair-moments.ts';
export type { PairMoments } from './pair-moments.ts';
export { covarianceMatrix } from './covariance-matrix.ts';
export type { SquareMatrix } from './covariance-matrix.ts';
export { alphaIfDropped, cronbachAlpha, feldtInterval, itemRestCorrelation } from './cronbach-alpha.ts';
export { oneFactorModel } from './one-factor-model.ts';
export type { OneFactorModel } from './one-factor-model.ts';
export { omegaTotal } from './omega-total.ts';
export { correlationMatrix, correlationsOf } from './correlation-matrix.ts';
export { heterotraitMonotrait } from './heterotrait-monotrait.ts';
export { correlatedFactorsModel } from './factor-model/correlated-factors.ts';
export { correlatedFactorsWithMissing } from './factor-model/correlated-factors-missing.ts';
export type { FactorModel } from './factor-model/correlated-factors.ts';
export type { Impropriety } from './factor-model/estimate-model.ts';
export { measurementInvariance } from './factor-model/measurement-invariance.ts';
export type { MeasurementInvariance } from './factor-model/measurement-invariance.ts';
export type { FactorStructure } from './factor-model/model-layout.ts';
export type { ModelFit } from './factor-model/model-fit.ts';
export type { StandardisedSolution } from './factor-model/standardised-solution.ts';
export { unitSums } from './unit-index.ts';
export type { UnitIndex, UnitSums } from './unit-index.ts';
export { scoreColumn } from './score-column.ts';
export { scaleByUnit } from './scale-by-unit.ts';
export type { ScaleByUnit } from './scale-by-unit.ts';
export { intraclassCorrelation } from './intraclass-correlation.ts';
export type { IntraclassCorrelation } from './intraclass-correlation.ts';
export { unitSpread } from './unit-spread.ts';
export type { UnitSpread } from './unit-spread.ts';
export { SLIGHTLY_SKEWED_VARIANCE, summary, uniformVariance, withinGroupAgreement } from './unit-agreement.ts';
export type { Summary } from './unit-agreement.ts';
export { randomInterceptModel } from './random-intercept.ts';
export type { RandomInterceptModel } from './random-intercept.ts';
export { MINIMUM_CLUSTERS, clusteredMean, finitePopulationMean, independentMean } from './mean-interval.ts';
export type { MeanEstimate } from './mean-interval.ts';
export { climateMean } from './climate-mean.ts';
export { presentMeanVariance } from './present-mean.ts';
export type { PresentStratum, PresentVariances } from './present-mean.ts';
export {
  MINIMUM_UNITS_TO_SHRINK,
  betweenPosterior,
  medianBetween,
  rangedUnitPosterior,
  unitPosterior,
} from './unit-shrinkage.ts';
export type { BetweenPoint, UnitPosterior } from './unit-shrinkage.ts';
export type { ValueRange } from './distributions/truncated-normal.ts';
export { sumOfMeans } from './sum-of-means.ts';
export type { SummedMean } from './sum-of-means.ts';
export { discoveryLimit } from './false-discovery.ts';
export { panelCuts } from './standard-setting/panel-cuts.ts';
export type {
  BorderlineAnswers,
  ItemSpread,
  PanelCuts,
  PanelFigure,
  PanelJudgements,
  PanelOutcome,
} from './standard-setting/panel-cuts.ts';
export {
  cutsToAdopt,
  fewestPanellists,
  isAreaSettled,
  largestAverageDeviation,
  largestStandardError,
  unsettledReasons,
} from './standard-setting/settled-cuts.ts';
export type { UnsettledReason } from './standard-setting/settled-cuts.ts';
export { normalDensity, normalProbability, normalQuantile } from './distributions/normal.ts';
export { studentTQuantile, studentTUpperTail } from './distributions/student-t.ts';
export { fQuantile, fUpperTail } from './distributions/f-distribution.ts';
export { betaTails } from './distributions/incomplete-beta.ts';
export { seededRandom } from './seeded-random.ts';
export type { Random } from './seeded-random.ts';
export { relativeImportance } from './relative-importance/relative-importance.ts';
export type { RelativeImportance } from './relative-importance/relative-importance.ts';
export { importanceIntervals } from './relative-importance/importance-intervals.ts';
export type { ImportanceDraws, ImportanceIntervals } from './relative-importance/importance-intervals.ts';
export { hedgesCorrection, pairedDifference, unpairedDifference } from './change/mean-difference.ts';
export type { PairedDifference, UnpairedDifference } from './change/mean-difference.ts';
export { kishDesignEffect, rakedSample } from './weighting/raking.ts';
export type { RakedSample } from './weighting/raking.ts';
export type { PopulationMargin } from './weighting/margin-cells.ts';
export { weightedMean } from './weighting/weighted-mean.ts';
export { clusterSampleMean } from './weighting/cluster-sample-mean.ts';
export { chiSquareUpperTail } from './distributions/chi-square.ts';
export { holmAdjusted } from './holm-adjusted.ts';
export { itemFunctioning } from './item-functioning/item-functioning.ts';
export type { FunctioningTest } from './item-functioning/functioning-tests.ts';
export type { ItemFunctioning } from './item-functioning/item-functioning.ts';
export type { MatchedPeople } from './item-functioning/matched-cells.ts';
export { itemDirections } from './item-directions.ts';
export type { ItemDirection } from './item-directions.ts';
export { differenceInDifferences } from './change/difference-in-differences.ts';
export type { DifferenceInDifferences } from './change/difference-in-differences.ts';
