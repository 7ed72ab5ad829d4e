import type { UndefinedReason } from '@lerend/psychometrics';

/**
 * Why a field of the document is null. Besides what the computations give:
 * `noPopulation` (no head counts were given), `noGroups` (no group column was given), `withheld` (hidden by the
 * publication rules), `notBuiltIn` (levels exist for the built-in questionnaire only),
 * `noId` (people in two files can't be paired without a column that says who is who),
 * `outcomeInPredictors` (what should be explained is a predictor, or an item of one).
 */
export type ContractReason =
  UndefinedReason | 'noPopulation' | 'noGroups' | 'withheld' | 'notBuiltIn' | 'outcomeInPredictors' | 'noId';

/** The reasons of fields that are null, by the field's name. Absent when every field has a value. */
export interface Reasons {
  readonly undefined?: Readonly<Record<string, ContractReason>>;
}
