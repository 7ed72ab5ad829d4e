/** Where assumptions come from; the screen says it. */
export type AssumptionSource =
  | {
      readonly kind: 'previous-peiling';
      readonly scanId: string;
      readonly methodVersion: string;
      /** Units whose published scores they were worked out from. */
      readonly units: number;
    }
  | { readonly kind: 'literature'; readonly dataset: 'bhr2000'; readonly version: string };

/**
 * How answers vary, in squared points of 0–100, for an area as areas go: answer = item + unit + person + rest.
 * All areas are taken to be alike, all units to have one spread.
 */
export interface VarianceAssumptions {
  /** Between the true means of units of one depth. */
  readonly unit: number;
  /** Between people of one unit, in what they would answer on average over the items of the area. */
  readonly person: number;
  /** What is left of a single answer: of this person with this item, and of the moment. */
  readonly residual: number;
  /** Share of the asked items that gets no answer from 1 to 5. */
  readonly unanswered: number;
  readonly source: AssumptionSource;
}

/** One answer step is 25 points, so a squared step is 625 squared points. */
const squaredStep = 625;

/**
 * For an organisation without an earlier peiling. Variances: REML on `bhr2000` (5,400 soldiers in 99 companies, eleven
 * items on leadership climate on five options; Bliese & Halverson; R package multilevel), by
 * `tests/oracle/scripts/bhr2000-parts.R`. Limits: another subject, other units (companies of 55) and other people than
 * yours. ICC there: 0.15 of people's scores. `unanswered` is nobody's measurement: a guess of three in a hundred.
 */
export const literatureAssumptions: VarianceAssumptions = {
  unit: 0.09697 * squaredStep,
  person: 0.4518 * squaredStep,
  residual: 0.71339 * squaredStep,
  unanswered: 0.03,
  source: { kind: 'literature', dataset: 'bhr2000', version: '1' },
};
