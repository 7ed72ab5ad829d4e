import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBallot, openBallots, shuffle } from './index.ts';
import type { FilledBallot, RandomBytes, SealedBallot } from './index.ts';

/** Xorshift: any seed, the same bytes each time. */
function seededBytes(seed: number): RandomBytes {
  let state = seed | 1;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}

const definition = { form: 'pulse', instrumentVersion: '1.0.0', itemIds: ['SV1', 'MM1', 'PM1'] } as const;
const filled: FilledBallot = {
  form: 'pulse',
  instrumentVersion: '1.0.0',
  language: 'nl',
  speedBand: 'usual',
  answers: { SV1: 4, PM1: 'dont-know' },
};
const seal = (groupId: string, changes: Partial<FilledBallot> = {}): SealedBallot => ({
  groupId,
  payload: encodeBallot({ ...filled, ...changes }),
});

describe('opening', () => {
  test('gives rows per group in the order of the columns', () => {
    const opened = openBallots([seal('b'), seal('a', { answers: { MM1: 2 } }), seal('b')], definition, seededBytes(3));
    expect(opened.blocks).toEqual([
      { groupId: 'a', n: 1, items: new Uint8Array([0, 2, 0]), profile: new Uint8Array() },
      { groupId: 'b', n: 2, items: new Uint8Array([4, 0, 9, 4, 0, 9]), profile: new Uint8Array() },
    ]);
    expect(opened.counted).toBe(3);
  });

  test('leaves out a ballot that answers more of a set than anyone was asked', () => {
    const drawn = { most: 1, sets: [['SV1', 'MM1'], ['PM1']] };
    const sealed = [seal('a', { answers: { SV1: 4, PM1: 2 } }), seal('a', { answers: { SV1: 4, MM1: 2 } })];
    const opened = openBallots(sealed, { ...definition, drawn }, seededBytes(7));
    expect(opened).toMatchObject({ counted: 1, rejected: { 'more-than-asked': 1 } });
    expect(openBallots(sealed, definition, seededBytes(7)).counted).toBe(2);
  });

  test('leaves out what is not in order, and counts it by reason', () => {
    const sealed = [
      seal('a'),
      seal('a', { form: 'full' }),
      seal('a', { instrumentVersion: '1.1.0' }),
      seal('a', { answers: { TR1: 4 } }),
      seal('a', { answers: {} }),
      { groupId: 'a', payload: new Uint8Array(8) },
      { groupId: 'a', payload: new Uint8Array(8) },
    ];
    const opened = openBallots(sealed, definition, seededBytes(5));
    expect(opened.counted).toBe(1);
    expect(opened.rejected).toEqual({
      'other-form': 1,
      'other-instrument-version': 1,
      'item-not-asked': 1,
      'no-answers': 1,
      'wrong-size': 2,
    });
  });

  test('counts languages and speed apart from the rows', () => {
    const opened = openBallots(
      [seal('a'), seal('a', { language: 'en', speedBand: 'very-fast' })],
      definition,
      seededBytes(9),
    );
    expect(opened.languages).toEqual({ nl: 1, en: 1 });
    expect(opened.speedBands).toEqual({ usual: 1, 'very-fast': 1 });
  });

  test('loses nobody and adds nobody, and nothing of the order of arrival stays', () => {
    const sealed = Array.from({ length: 300 }, (_, arrival) =>
      seal('a', { answers: arrival < 150 ? { SV1: 1 } : { SV1: 5 } }),
    );
    const { blocks } = openBallots(sealed, definition, seededBytes(11));
    const first = Array.from({ length: 300 }, (_, row) => blocks[0]?.items[row * 3] ?? 0);
    expect(first.filter((answer) => answer === 1)).toHaveLength(150);
    const early = first.slice(0, 150).filter((answer) => answer === 1).length;
    expect(Math.abs(early - 75)).toBeLessThan(26);
  });

  test('takes what somebody said of themselves apart from the row, with what was skipped as nothing', () => {
    const asked = {
      ...definition,
      profile: [
        { id: 'profile-tenure', bands: 3 },
        { id: 'profile-shifts', bands: 2 },
      ],
    };
    const said = seal('a', { answers: { SV1: 2, 'profile-tenure': 3, 'profile-shifts': 1 } });
    const skipped = seal('b', { answers: { SV1: 4, 'profile-tenure': 'dont-know' } });
    const { blocks } = openBallots([said, skipped], asked, seededBytes(4));
    expect(blocks.map(({ items, profile }) => [[...items], [...profile]])).toEqual([
      [
        [2, 0, 0],
        [3, 1],
      ],
      [
        [4, 0, 0],
        [0, 0],
      ],
    ]);
  });

  test('refuses a band that there is not, a question that was not asked, and a ballot with nothing else', () => {
    const asked = { ...definition, profile: [{ id: 'profile-shifts', bands: 2 }] };
    const rejectedOf = (answers: FilledBallot['answers'], by = asked) =>
      openBallots([seal('a', { answers })], by, seededBytes(5)).rejected;
    expect(rejectedOf({ SV1: 1, 'profile-shifts': 3 })).toEqual({ 'answer-out-of-range': 1 });
    expect(rejectedOf({ SV1: 1, 'profile-leads': 1 })).toEqual({ 'item-not-asked': 1 });
    expect(rejectedOf({ 'profile-shifts': 1 })).toEqual({ 'no-answers': 1 });
    expect(rejectedOf({ SV1: 1, 'profile-shifts': 1 }, { ...definition, profile: [] })).toEqual({
      'item-not-asked': 1,
    });
  });

  test('of nothing is nothing', () => {
    expect(openBallots([], definition, seededBytes(1))).toMatchObject({ blocks: [], counted: 0, rejected: {} });
  });
});

describe('shuffling', () => {
  test('keeps every item once and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = shuffle(items, seededBytes(seed));
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
        expect(items).toEqual(before);
      }),
    );
  });

  test('makes each of the six orders of three about equally often', () => {
    const counts = new Map<string, number>();
    const bytes = seededBytes(20261123);
    for (let round = 0; round < 6000; round++) {
      const order = shuffle(['a', 'b', 'c'], bytes).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(6);
    expect(chiSquare).toBeLessThan(20.5); // χ²(5) at p = .001: 20.515
  });

  test('throws a word away rather than favour a place', () => {
    const words = [0xffffffff, 5];
    const bytes: RandomBytes = (count) => {
      const drawn = new Uint8Array(count);
      words.forEach((word, at) => new DataView(drawn.buffer).setUint32(4 * at, word));
      return drawn;
    };
    // 2³² isn't a multiple of 3: the highest word is thrown away, then 5 mod 3 = 2 (stay), then 0 mod 2 = 0 (swap).
    expect(shuffle(['a', 'b', 'c'], bytes)).toEqual(['b', 'a', 'c']);
  });

  test('refuses to go on with too few random bytes', () => {
    expect(() => shuffle([1, 2, 3], () => new Uint8Array(3))).toThrow();
  });
});
