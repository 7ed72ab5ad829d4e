import type { AnswerColumn } from '@lerend/psychometrics';

/** A column of words: which of `names` each person has; −1 = empty. */
export interface LabelColumn {
  readonly names: readonly string[];
  readonly codes: Int32Array;
}

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
  /** Columns of numbers that an option asked for, as the file has them; NaN = missing. Absent when none was. */
  readonly numbers?: ReadonlyMap<string, Float64Array>;
  /** Columns of words that an option asked for. Absent when none was. */
  readonly labels?: ReadonlyMap<string, LabelColumn>;
}

/** A column of numbers that an option asked for. @throws RangeError when the table lacks it. */
export function askedNumbers({ numbers }: FileTable, name: string): Float64Array {
  const found = numbers?.get(name);
  if (found === undefined) throw new RangeError(`The table has no numbers ${name}.`);
  return found;
}

/** A column of words that an option asked for. @throws RangeError when the table lacks it. */
export function askedLabels({ labels }: FileTable, name: string): LabelColumn {
  const found = labels?.get(name);
  if (found === undefined) throw new RangeError(`The table has no labels ${name}.`);
  return found;
}
