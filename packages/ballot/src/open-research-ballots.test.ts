import { describe, expect, test } from 'vitest';
import { encodeBallot, openResearchBallots } from './index.ts';
import type { FilledBallot } from './index.ts';

const definition = { form: 'pulse', instrumentVersion: '1.0.0', itemIds: ['SV1', 'MM1', 'PM1'] } as const;
const filled: FilledBallot = {
  form: 'pulse',
  instrumentVersion: '1.0.0',
  language: 'nl',
  speedBand: 'usual',
  answers: { SV1: 4, PM1: 'dont-know' },
};
const seal = (changes: Partial<FilledBallot> = {}) => encodeBallot({ ...filled, ...changes });

/** Bytes that make the shuffle turn a list around its first place, so that an unshuffled one would show. */
const ones = (count: number) => new Uint8Array(count).fill(1);

describe('opening a pilot for research', () => {
  test('gives rows without a group, with their language and speed', () => {
    const { rows } = openResearchBallots([seal({ language: 'en', speedBand: 'slow' })], definition, ones);
    expect(rows).toEqual([{ items: new Uint8Array([4, 0, 9]), language: 'en', speedBand: 'slow' }]);
  });

  test('leaves out what is not in order, and counts it by reason', () => {
    const sealed = [seal(), seal({ form: 'full' }), seal({ answers: { TR1: 4 } }), seal({ answers: {} }), ones(8)];
    const { rows, rejected } = openResearchBallots(sealed, definition, ones);
    expect(rows).toHaveLength(1);
    expect(rejected).toEqual({ 'other-form': 1, 'item-not-asked': 1, 'no-answers': 1, 'wrong-size': 1 });
  });

  test('does not keep the order in which ballots came', () => {
    const sealed = ([1, 2, 3, 4, 5] as const).map((answer) => seal({ answers: { SV1: answer } }));
    const { rows } = openResearchBallots(sealed, definition, ones);
    const order = rows.map(({ items }) => items[0]);
    expect(order.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(order).not.toEqual([1, 2, 3, 4, 5]);
  });
});
