import type { AnswerColumn } from '@lerend/psychometrics';

/** The answers of a file in columns: one element a person everywhere, in the same order. */
export interface FileTable {
  readonly rows: number;
  /** By the id of the item, as answered (not reversed). */
  readonly columns: ReadonlyMap<string, AnswerColumn>;
  /** The columns that name a person's units, from the top down; empty without `--group`. */
  readonly groupColumns: readonly string[];
  /** The different paths of units that people belong to, each from the top down. A path may stop above the lowest level. */
  readonly paths: readonly (readonly string[])[];
  /** Each person's index in `paths`; −1 = no unit known. */
  readonly path: Int32Array;
}
