import fc from 'fast-check';
import type { GroupNode } from '../src/index.ts';

export interface CountedTree {
  readonly tree: readonly GroupNode[];
  readonly direct: ReadonlyMap<string, number>;
}

/** Trees of 1 to `largest` groups, up to as many levels deep, with few people in each: where protecting is hard. */
export function countedTrees(largest: number): fc.Arbitrary<CountedTree> {
  const group = fc.record({ above: fc.nat(), people: fc.oneof(fc.nat({ max: 7 }), fc.nat({ max: 14 })) });
  return fc.array(group, { minLength: 1, maxLength: largest }).map((groups) => ({
    tree: groups.map(({ above }, index) => ({
      id: `g${index}`,
      parentId: index === 0 ? null : `g${above % index}`,
    })),
    direct: new Map(groups.map(({ people }, index) => [`g${index}`, people])),
  }));
}
