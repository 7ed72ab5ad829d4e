import { describe, expect, test } from 'vitest';
import { optionColumn } from './answer-column.ts';
import { heterotraitMonotrait } from './heterotrait-monotrait.ts';
import { pairMoments } from './pair-moments.ts';

const answers = [
  [1, 2, 3, 4, 5, 3, 2, 4],
  [2, 2, 3, 5, 4, 3, 1, 4],
  [1, 3, 3, 4, 4, 2, 2, 5],
  [4, 1, 2, 5, 3, 3, 2, 4],
];
const columns = answers.map((each) => optionColumn(each, 1, 5));

describe('the heterotrait-monotrait ratio', () => {
  test('of items that are copies across scales is above 1, of the scale with itself 1', () => {
    const [first, second] = columns as [(typeof columns)[0], (typeof columns)[0]];
    const ratios = heterotraitMonotrait(pairMoments([first, second, first, second]), [
      [0, 1],
      [2, 3],
    ]);
    expect(ratios[0]?.[0]).toEqual({ value: 1 });
    expect(ratios[0]?.[1]?.value).toBeGreaterThan(1);
    expect(ratios[1]?.[0]).toEqual(ratios[0]?.[1]);
  });

  test('doesn’t change when an item is keyed the other way', () => {
    const turned = columns.map((column, i) =>
      i === 3
        ? optionColumn(
            (answers[3] as number[]).map((each) => 6 - each),
            1,
            5,
          )
        : column,
    );
    const scales = [
      [0, 1],
      [2, 3],
    ];
    const before = heterotraitMonotrait(pairMoments(columns), scales)[0]?.[1]?.value ?? 0;
    expect(heterotraitMonotrait(pairMoments(turned), scales)[0]?.[1]?.value).toBeCloseTo(before, 14);
  });

  test('doesn’t exist for one item, shared items, constants and items nobody answered both', () => {
    const constant = optionColumn(answers[0]?.map(() => 3) ?? [], 1, 5);
    const nobody = optionColumn(answers[0]?.map(() => null) ?? [], 1, 5);
    const ratio = (extra: (typeof columns)[0], scales: number[][]) =>
      heterotraitMonotrait(pairMoments([...columns, extra]), scales)[0]?.[1]?.reason;
    expect(ratio(constant, [[0, 1], [2]])).toBe('singleItem');
    expect(
      ratio(constant, [
        [0, 1],
        [1, 2],
      ]),
    ).toBe('sharedItems');
    expect(
      ratio(constant, [
        [0, 1],
        [2, 4],
      ]),
    ).toBe('noVariance');
    expect(
      ratio(nobody, [
        [0, 1],
        [2, 4],
      ]),
    ).toBe('tooFewPairs');
  });
});
