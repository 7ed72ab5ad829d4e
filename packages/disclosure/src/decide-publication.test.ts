import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBelow, naivelyShown } from '../tests/naive-publication.ts';
import { countedTrees } from '../tests/small-trees.ts';
import { subtractionAttack, tooSmall } from '../tests/subtraction-attack.ts';
import { decidePublication, publishForWhole } from './index.ts';
import type { GroupNode } from './index.ts';

const minimums = fc.integer({ min: 2, max: 6 });

function shownBy(tree: readonly GroupNode[], direct: ReadonlyMap<string, number>, minimum: number): Set<string> {
  const decision = decidePublication(tree, direct, { minimum });
  return new Set(tree.map((node) => node.id).filter((id) => decision.isShown(id)));
}

/** Top shown, groups shown, people shown: what the decision wants much of, in that order. */
function worth(tree: readonly GroupNode[], direct: ReadonlyMap<string, number>, shown: ReadonlySet<string>): number[] {
  const people = [...shown].reduce((sum, id) => sum + countBelow(tree, direct, id), 0);
  return [shown.has('g0') ? 1 : 0, shown.size, people];
}

const family: readonly GroupNode[] = [
  { id: 'department', parentId: null },
  { id: 'north', parentId: 'department' },
  { id: 'south', parentId: 'department' },
];

describe('a reader who subtracts', () => {
  test('never gets at fewer people than the minimum, whatever the tree', () => {
    fc.assert(
      fc.property(countedTrees(8), minimums, ({ tree, direct }, minimum) => {
        const revealed = subtractionAttack(tree, direct, shownBy(tree, direct, minimum));
        expect(tooSmall(revealed, minimum)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('does get there when every group of the minimum or more is shown: the attack works', () => {
    const direct = new Map([
      ['north', 12],
      ['south', 3],
    ]);
    const revealed = subtractionAttack(family, direct, naivelyShown(family, direct, 5));
    expect(tooSmall(revealed, 5)).toContainEqual({ members: ['department', 'south'], people: 3 });
  });

  test('gets there on a good part of all small trees under that naive rule', () => {
    const samples = fc.sample(countedTrees(8), { numRuns: 300, seed: 7 });
    const broken = samples.filter(({ tree, direct }) => {
      const revealed = subtractionAttack(tree, direct, naivelyShown(tree, direct, 5));
      return tooSmall(revealed, 5).length > 0;
    });
    expect(broken.length).toBeGreaterThan(100);
  });

  test('does not get at the people who sit directly in a unit above its teams', () => {
    const direct = new Map([
      ['department', 2],
      ['north', 12],
      ['south', 9],
    ]);
    const decision = decidePublication(family, direct, { minimum: 5 });
    expect(decision.isShown('department')).toBe(true);
    expect(decision.isShown('north')).toBe(true);
    expect(decision.reasonHidden('south')).toBe('protects-another');
  });
});

describe('the decision', () => {
  test('hides as little as can be: no safe choice shows the top, more groups or more people', () => {
    fc.assert(
      fc.property(countedTrees(5), minimums, ({ tree, direct }, minimum) => {
        const large = tree.map(({ id }) => id).filter((id) => countBelow(tree, direct, id) >= minimum);
        let best = [0, 0, 0];
        for (let choice = 0; choice < 2 ** large.length; choice++) {
          const shown = new Set(large.filter((_, index) => (choice >> index) & 1));
          if (tooSmall(subtractionAttack(tree, direct, shown), minimum).length > 0) continue;
          const reached = worth(tree, direct, shown);
          if (compare(reached, best) > 0) best = reached;
        }
        expect(worth(tree, direct, shownBy(tree, direct, minimum))).toEqual(best);
      }),
      { numRuns: 150 },
    );
  });

  test('shows everything when no rest is small', () => {
    const direct = new Map([
      ['department', 5],
      ['north', 12],
      ['south', 9],
    ]);
    expect(shownBy(family, direct, 5)).toEqual(new Set(['department', 'north', 'south']));
  });

  test('takes any text for an id, the empty one included', () => {
    const tree = family.map(({ id, parentId }) => ({ id: id === 'department' ? '' : id, parentId: parentId && '' }));
    const direct = new Map([
      ['north', 12],
      ['south', 9],
    ]);
    expect(shownBy(tree, direct, 5)).toEqual(new Set(['', 'north', 'south']));
  });

  test('does not depend on the order of the groups', () => {
    const shuffledTrees = countedTrees(12).chain((counted) =>
      fc
        .shuffledSubarray([...counted.tree], { minLength: counted.tree.length })
        .map((other) => ({ ...counted, other })),
    );
    fc.assert(
      fc.property(shuffledTrees, ({ tree, other, direct }) => {
        expect(shownBy(other, direct, 5)).toEqual(shownBy(tree, direct, 5));
      }),
    );
  });

  test('shows only what an earlier decision left over', () => {
    fc.assert(
      fc.property(countedTrees(8), fc.func(fc.boolean()), ({ tree, direct }, mayBeShown) => {
        const decision = decidePublication(tree, direct, { minimum: 5, isEligible: (id) => mayBeShown(id) });
        const shown = tree.map(({ id }) => id).filter((id) => decision.isShown(id));
        expect(shown.every((id) => mayBeShown(id))).toBe(true);
        expect(tooSmall(subtractionAttack(tree, direct, new Set(shown)), 5)).toEqual([]);
      }),
    );
  });

  test('is one for the record: too few, or protects another', () => {
    const decision = decidePublication(
      family,
      new Map([
        ['north', 12],
        ['south', 3],
      ]),
      { minimum: 5 },
    );
    expect(decision.reasonHidden('department')).toBeNull();
    expect(decision.reasonHidden('north')).toBe('protects-another');
    expect(decision.reasonHidden('south')).toBe('too-few');
  });

  test('makes a figure only where it is shown, and does not even work it out elsewhere', () => {
    const decision = decidePublication(
      family,
      new Map([
        ['north', 12],
        ['south', 3],
      ]),
      { minimum: 5 },
    );
    const fail = () => {
      throw new Error('worked out');
    };
    expect(decision.publish('department', () => 61)).toBe(61);
    expect(decision.publish('south', fail)).toBeNull();
    expect(publishForWhole(199, 200, fail)).toBeNull();
    expect(publishForWhole(200, 200, () => 0.8)).toBe(0.8);
  });

  test('handles a tree of 5,000 teams and a chain of 2,000 levels', () => {
    const wide = [
      { id: 'top', parentId: null },
      ...Array.from({ length: 5000 }, (_, t) => ({ id: `t${t}`, parentId: 'top' })),
    ];
    const deep = Array.from({ length: 2000 }, (_, d) => ({ id: `d${d}`, parentId: d === 0 ? null : `d${d - 1}` }));
    const wideDecision = decidePublication(wide, new Map(wide.map(({ id }, index) => [id, index % 9])), { minimum: 5 });
    const deepDecision = decidePublication(deep, new Map(deep.map(({ id }) => [id, 1])), { minimum: 5 });
    expect(wideDecision.isShown('top')).toBe(true);
    expect(deepDecision.isShown('d0')).toBe(true);
    expect(deep.filter(({ id }) => deepDecision.isShown(id))).toHaveLength(400);
  });

  test('refuses trees that are none, and counts that are none', () => {
    const decide = (tree: readonly GroupNode[], direct: ReadonlyMap<string, number>) => () =>
      decidePublication(tree, direct, { minimum: 5 });
    expect(
      decide(
        [
          { id: 'a', parentId: 'b' },
          { id: 'b', parentId: 'a' },
        ],
        new Map(),
      ),
    ).toThrow('circle');
    expect(decide([{ id: 'a', parentId: 'x' }], new Map())).toThrow('not there');
    expect(decide([...family, ...family], new Map())).toThrow('twice');
    expect(decide(family, new Map([['north', 2.5]]))).toThrow(RangeError);
    expect(decide(family, new Map([['west', 2]]))).toThrow(RangeError);
  });
});

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
