/**
 * Why a figure doesn't exist for these data. A code, not a sentence: whoever shows it chooses the words.
 *
 * - `noAnswers`: nobody answered.
 * - `tooFewAnswers`: some answers, but fewer than the figure needs (a variance needs two).
 * - `tooFewPairs`: two items that (almost) nobody answered both.
 * - `noVariance`: everybody gave the same answer, and the figure divides by the variance.
 * - `singleItem`: the figure compares items, and the scale has one.
 * - `tooFewItems`: a one-factor model needs three items.
 * - `singularCovariance`: some items are an exact copy or sum of others.
 * - `improperSolution`: the best-fitting model has a residual variance of zero or below (a Heywood case).
 * - `notConverged`: the optimiser didn't reach a maximum.
 * - `coincidingFactors`: two factors of the best-fitting model correlate perfectly (or one is a sum of others), so that
 *   they can't be told apart.
 * - `notIdentified`: the answers leave a parameter of the model free, such as a factor of two items unrelated to the rest.
 * - `justIdentified`: the model has as many parameters as there are moments, so it fits whatever the answers.
 * - `tooFewGroups`: fewer than two groups in which more people answered everything than there are items.
 * - `tooManyGroups`: more groups than can be compared item by item in reasonable time.
 * - `sharedItems`: an item belongs to more than one scale, and the figure needs scales that are apart.
 * - `noUnits`: no unit is known.
 * - `tooFewUnits`: fewer units than the figure needs.
 * - `noReplication`: no unit has two people, so that spread within units is unknown.
 * - `notInteger`: the figure needs answer options, and this scale takes any number.
 * - `notFiveOptions`: the figure is defined for five answer options only.
 * - `unitOfOne`: a unit with one answer and more people than that: its own spread is unknown.
 * - `noPredictors`: nothing was given that the outcome could go together with.
 * - `tooManyPredictors`: more predictors than can be worked out over all their subsets.
 * - `collinearPredictors`: a predictor is an exact copy or sum of others.
 * - `emptyMargin`: a value of a margin that nobody has.
 * - `tooFewPerGroup`: no two groups have as many people as the comparison needs.
 * - `separation`: one answer is foretold by another without doubt, so that the model has no best fit.
 * - `notAsked`: it takes long, and wasn't asked for (resamples; FIML where many answers are missing).
 * - `resamplesFailed`: too many resamples in which the figure doesn't exist.
 */
export type UndefinedReason =
  | 'noAnswers'
  | 'tooFewAnswers'
  | 'tooFewPairs'
  | 'noVariance'
  | 'singleItem'
  | 'tooFewItems'
  | 'singularCovariance'
  | 'improperSolution'
  | 'notConverged'
  | 'coincidingFactors'
  | 'notIdentified'
  | 'justIdentified'
  | 'sharedItems'
  | 'tooFewGroups'
  | 'tooManyGroups'
  | 'noUnits'
  | 'tooFewUnits'
  | 'noReplication'
  | 'notInteger'
  | 'notFiveOptions'
  | 'unitOfOne'
  | 'noPredictors'
  | 'tooManyPredictors'
  | 'collinearPredictors'
  | 'emptyMargin'
  | 'tooFewPerGroup'
  | 'separation'
  | 'notAsked'
  | 'resamplesFailed';

/** A figure that exists, or the reason why it doesn't. Never NaN, never infinite, never a default. */
export type Figure<Value = number> =
  { readonly value: Value; readonly reason?: undefined } | { readonly value: null; readonly reason: UndefinedReason };

/** A lower and an upper limit, in the unit of the figure they belong to. */
export type Interval = readonly [lower: number, upper: number];

/**
 * A figure that exists.
 *
 * A number that isn't finite is an error in the computation, not a property of the data: data for which a
 * figure doesn't exist are recognised before computing. So that throws, and is never passed on.
 */
export function defined<Value>(value: Value): Figure<Value> {
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const number of numbers) {
    if (typeof number === 'number' && !Number.isFinite(number)) throw new RangeError(`A figure came out as ${number}.`);
  }
  return { value };
}

/** A figure that doesn't exist for these data, with the reason. */
export function notDefined(reason: UndefinedReason): { readonly value: null; readonly reason: UndefinedReason } {
  return { value: null, reason };
}
