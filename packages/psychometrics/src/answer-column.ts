/**
 * The answers to one item, one element a person, in the layout that the computations read fast.
 *
 * `options`: whole numbers from `minimum` to `maximum`, kept as the number of the option (1 for `minimum`, 2 for
 * the next, …), 0 = missing. `numbers`: any number, NaN = missing.
 */
export type AnswerColumn = OptionColumn | NumberColumn;

export interface OptionColumn {
  readonly kind: 'options';
  /** One byte an answer where that suffices, which it does up to 255 options. */
  readonly codes: Uint8Array | Uint16Array;
  readonly minimum: number;
  readonly maximum: number;
}

export interface NumberColumn {
  readonly kind: 'numbers';
  readonly values: Float64Array;
  readonly minimum: number;
  readonly maximum: number;
}

/** More whole answers than this is a measurement, not a choice of answers: use a column of numbers. */
export const MAXIMUM_OPTIONS = 1000;

const OPTIONS_IN_A_BYTE = 255;

/** Room for the codes of so many people, all missing, in the smallest layout that holds so many options. */
export function emptyCodes(people: number, options: number): Uint8Array | Uint16Array {
  return options <= OPTIONS_IN_A_BYTE ? new Uint8Array(people) : new Uint16Array(people);
}

/** The number of people that a column has room for, missing answers included. */
export function columnLength(column: AnswerColumn): number {
  return column.kind === 'options' ? column.codes.length : column.values.length;
}

/** The number of answer options, `maximum − minimum + 1`; only a column of options has it. */
export function optionCount(column: OptionColumn): number {
  return column.maximum - column.minimum + 1;
}

/** What must be added to an option's number to get the answer on its own scale: answer = code + offset. */
export function codeOffset(column: OptionColumn): number {
  return column.minimum - 1;
}

/**
 * The same answers read the other way round: `minimum + maximum − answer`. A missing answer stays missing.
 * Makes a new column; the one given isn't touched.
 */
export function reverseColumn(column: AnswerColumn): AnswerColumn {
  if (column.kind === 'options') {
    const top = optionCount(column) + 1;
    return { ...column, codes: column.codes.map((code) => (code === 0 ? 0 : top - code)) };
  }
  const sum = column.minimum + column.maximum;
  return { ...column, values: column.values.map((value) => sum - value) };
}

/**
 * A column of options from answers as numbers; `null` (or `undefined`) is missing. For callers with small data;
 * a reader of large files fills `codes` itself.
 *
 * @throws RangeError when an answer isn't a whole number from `minimum` to `maximum`, or there are more than
 *   {@link MAXIMUM_OPTIONS} options.
 */
export function optionColumn(
  answers: readonly (number | null | undefined)[],
  minimum: number,
  maximum: number,
): OptionColumn {
  if (maximum - minimum + 1 > MAXIMUM_OPTIONS) throw new RangeError(`At most ${MAXIMUM_OPTIONS} answer options.`);
  const codes = emptyCodes(answers.length, maximum - minimum + 1);
  answers.forEach((answer, row) => {
    if (answer === null || answer === undefined) return;
    if (!Number.isInteger(answer) || answer < minimum || answer > maximum) {
      throw new RangeError(`Answer ${answer} is no whole number from ${minimum} to ${maximum}.`);
    }
    codes[row] = answer - minimum + 1;
  });
  return { kind: 'options', codes, minimum, maximum };
}

/** A column of any numbers; `null` (or `undefined`) is missing. @throws RangeError outside `minimum`–`maximum`. */
export function numberColumn(
  answers: readonly (number | null | undefined)[],
  minimum: number,
  maximum: number,
): NumberColumn {
  const values = Float64Array.from(answers, (answer) => {
    if (answer === null || answer === undefined) return Number.NaN;
    if (!(answer >= minimum && answer <= maximum))
      throw new RangeError(`Answer ${answer} isn't from ${minimum} to ${maximum}.`);
    return answer;
  });
  return { kind: 'numbers', values, minimum, maximum };
}
