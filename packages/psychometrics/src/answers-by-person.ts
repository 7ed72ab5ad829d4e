import { codeOffset, columnLength } from './answer-column.ts';
import type { AnswerColumn } from './answer-column.ts';

/** The answers person by person: `items` columns wide, NaN = missing. For scales of few items; it takes 8 bytes each. */
export interface AnswersByPerson {
  readonly values: Float64Array;
  readonly people: number;
  readonly items: number;
}

export function answersByPerson(columns: readonly AnswerColumn[]): AnswersByPerson {
  const items = columns.length;
  const people = columns[0] === undefined ? 0 : columnLength(columns[0]);
  const values = new Float64Array(people * items);
  columns.forEach((column, item) => {
    const offset = column.kind === 'options' ? codeOffset(column) : 0;
    for (let person = 0; person < people; person += 1) {
      const given = column.kind === 'options' ? (column.codes[person] as number) : (column.values[person] as number);
      values[person * items + item] = column.kind === 'options' && given === 0 ? Number.NaN : given + offset;
    }
  });
  return { values, people, items };
}
