import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { countBelow } from '../tests/naive-publication.ts';
import { optimumByHighs, smallWorth } from '../tests/optimum-by-highs.ts';
import { countedTrees } from '../tests/small-trees.ts';
import { decidePublication } from './index.ts';

const highs = await loadHighs();

// The long run, with thousands of trees and larger ones: `npm run attack:disclose`.
test('the search hides no more than the optimum of HiGHS, an integer programme of the same question', () => {
  const cases = fc.record({
    counted: countedTrees(11),
    minimum: fc.integer({ min: 2, max: 6 }),
    more: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(cases, ({ counted: { tree, direct }, minimum, more }) => {
      const minimums = { minimum, minimumOfSeveral: minimum + more };
      const decision = decidePublication(tree, direct, minimums);
      const worth = tree
        .filter(({ id }) => decision.isShown(id))
        .reduce((sum, { id, parentId }) => {
          const own = parentId === null ? smallWorth.top : smallWorth.group;
          return sum + own + countBelow(tree, direct, id);
        }, 0);
      expect(worth).toBeCloseTo(optimumByHighs(highs, tree, direct, minimums).worth, 3);
    }),
    { numRuns: 80, seed: 7 },
  );
});
