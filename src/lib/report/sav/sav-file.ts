/** What goes into a system file of SPSS. All values are numbers; text columns are coded. */
export interface SavFile {
  /** What the file is, at most 64 bytes. */
  readonly label: string;
  /** The day that the file names as its making, `2026-11-23`; it has no time of day. */
  readonly madeOn: string;
  readonly variables: readonly SavVariable[];
  /** One list a row, one value a variable, in their order; null is SPSS's own "no value" (sysmis). */
  readonly rows: readonly (readonly (number | null)[])[];
}

export interface SavVariable {
  /** A letter, then letters, digits or `_`; at most 64, and each name once whatever its case. */
  readonly name: string;
  /** At most 255 bytes of UTF-8. */
  readonly label: string;
  /** Text of at most 120 bytes for a value. */
  readonly valueLabels: readonly { readonly value: number; readonly label: string }[];
  /** Values that count as missing (user-missing): at most three. */
  readonly missing: readonly number[];
  readonly measure: 'nominal' | 'ordinal' | 'scale';
}

const most = { fileLabel: 64, name: 64, label: 255, valueLabel: 120, missing: 3 } as const;
const namePattern = /^[A-Za-z][A-Za-z0-9_]*$/;
/** Words of SPSS's own syntax. */
const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH']);

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** RangeError for what a system file can't hold: cutting it off would say something else than was meant. */
export function refuseWhatDoesNotFit({ label, madeOn, variables, rows }: SavFile): void {
  if (variables.length === 0) throw new RangeError('a system file has at least one variable');
  if (bytesIn(label) > most.fileLabel) throw new RangeError(`the label of the file is longer than ${most.fileLabel}`);
  if (!/^\d{4}-\d\d-\d\d$/.test(madeOn)) throw new RangeError(`${madeOn} is no day`);
  const names = new Set<string>();
  for (const variable of variables) {
    const name = variable.name.toUpperCase();
    if (!namePattern.test(name) || name.length > most.name || reserved.has(name))
      throw new RangeError(`${variable.name} is no name of a variable`);
    if (names.has(name)) throw new RangeError(`${variable.name} stands twice`);
    names.add(name);
    if (bytesIn(variable.label) > most.label) throw new RangeError(`the label of ${variable.name} is too long`);
    if (variable.missing.length > most.missing) throw new RangeError(`${variable.name} has too many missing values`);
    for (const one of variable.valueLabels)
      if (bytesIn(one.label) > most.valueLabel) throw new RangeError(`a value label of ${variable.name} is too long`);
  }
  for (const row of rows) {
    if (row.length !== variables.length) throw new RangeError('a row has one value for each variable');
    if (!row.every((value) => value === null || Number.isFinite(value)))
      throw new RangeError('a value is a finite number or null');
  }
}
