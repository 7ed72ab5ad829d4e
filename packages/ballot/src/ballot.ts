/** An answer from 1 (nooit) to 5 (altijd), or "weet ik niet / geldt niet voor mij". An item left open isn't there. */
export type Answer = 1 | 2 | 3 | 4 | 5 | 'dont-know';

export const formIds = ['full', 'parts', 'short', 'pulse'] as const;
export type BallotForm = (typeof formIds)[number];

export const ballotLanguages = ['nl', 'en'] as const;
export type BallotLanguage = (typeof ballotLanguages)[number];

/** How fast it was filled in, measured on the device; `unknown` without script. Never a time. */
export const speedBands = ['very-fast', 'usual', 'slow', 'unknown'] as const;
export type SpeedBand = (typeof speedBands)[number];

/** One filled-in questionnaire. Nothing in it names a person, a unit or a moment. */
export interface FilledBallot {
  readonly form: BallotForm;
  readonly instrumentVersion: string;
  readonly language: BallotLanguage;
  /** Of items, and of questions about the respondent (`OpeningDefinition.profile`), where the answer is a band. */
  readonly answers: { readonly [itemId: string]: Answer };
  readonly speedBand: SpeedBand;
}

/** Why a payload isn't a ballot. */
export type BallotFault =
  | 'wrong-size'
  | 'unknown-payload-version'
  | 'not-readable'
  | 'unknown-field'
  | 'unknown-form'
  | 'bad-instrument-version'
  | 'unknown-language'
  | 'unknown-speed-band'
  | 'bad-item-id'
  | 'answer-out-of-range'
  | 'another-spelling';

export type DecodedBallot =
  { readonly ok: true; readonly ballot: FilledBallot } | { readonly ok: false; readonly fault: BallotFault };
