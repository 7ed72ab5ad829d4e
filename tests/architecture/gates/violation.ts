/** A broken rule: where, and what to do instead. */
export interface Violation {
  readonly file: string;
  readonly rule: string;
  readonly instead: string;
}
