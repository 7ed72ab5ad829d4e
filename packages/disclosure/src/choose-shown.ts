import type { ArrangedTree } from './group-tree.ts';

/*
 * Exact search by dynamic programming. Of a group we need to know one thing about what happens below it: how many of
 * its people are in no shown group yet (its *uncovered*), from 0 to minimum − 1, or "minimum or more". For each of
 * those we keep the best worth that the choices below can reach. Showing a group is allowed when its uncovered are 0
 * or minimum-or-more, and leaves 0 uncovered for its parent.
 */

/** Best worth per number of uncovered people; −1 where it can't be. */
type WorthByUncovered = Float64Array;

interface Merge {
  readonly child: number;
  /** Per outcome: uncovered before this child, and uncovered in it. */
  readonly before: Int32Array;
  readonly inChild: Int32Array;
}

interface Solved {
  readonly worth: WorthByUncovered;
  readonly merges: readonly Merge[];
  /** Uncovered just below this group when it is shown; −1 when hiding it is better or needed. */
  readonly shownFrom: number;
}

/** Worths are compared as one number: a top, else groups, else people (up to 2²⁸ of them in 2¹⁷ groups). */
const topWorth = 2 ** 45;
const groupWorth = 2 ** 28;

/** The set of groups to show; see `decidePublication` for what is asked of it. */
export function chooseShown(
  tree: ArrangedTree,
  minimum: number,
  mayBeShown: (id: string, count: number) => boolean,
): ReadonlySet<string> {
  const solved: Solved[] = new Array<Solved>(tree.ids.length);
  for (let index = tree.ids.length - 1; index >= 0; index--)
    solved[index] = solveGroup(tree, index, minimum, mayBeShown, solved);
  const shown = new Set<string>();
  const open = tree.parents.flatMap((parent, index) =>
    parent < 0 ? [{ index, uncovered: bestOf(solved[index]?.worth) }] : [],
  );
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const outcome = solved[step.index];
    if (outcome === undefined) continue;
    let uncovered = step.uncovered;
    if (uncovered === 0 && outcome.shownFrom >= 0) {
      shown.add(tree.ids[step.index] ?? '');
      uncovered = outcome.shownFrom;
    }
    for (const merge of outcome.merges.toReversed()) {
      open.push({ index: merge.child, uncovered: merge.inChild[uncovered] ?? 0 });
      uncovered = merge.before[uncovered] ?? 0;
    }
  }
  return shown;
}

function solveGroup(
  tree: ArrangedTree,
  index: number,
  minimum: number,
  mayBeShown: (id: string, count: number) => boolean,
  solved: readonly Solved[],
): Solved {
  let worth: WorthByUncovered = new Float64Array(minimum + 1).fill(-1);
  worth[Math.min(tree.direct[index] ?? 0, minimum)] = 0;
  const merges: Merge[] = [];
  for (const child of tree.children[index] ?? []) {
    const childWorth = solved[child]?.worth;
    if (childWorth === undefined) continue;
    const { merged, merge } = mergeChild(worth, child, childWorth, minimum);
    worth = merged;
    merges.push(merge);
  }
  const count = tree.counts[index] ?? 0;
  if (!mayBeShown(tree.ids[index] ?? '', count)) return { worth, merges, shownFrom: -1 };
  const whenNothingLeft = worth[0] ?? -1;
  const whenEnoughLeft = worth[minimum] ?? -1;
  const shownFrom = whenNothingLeft >= whenEnoughLeft ? 0 : minimum;
  const below = Math.max(whenNothingLeft, whenEnoughLeft);
  if (below < 0) return { worth, merges, shownFrom: -1 };
  const own = ((tree.parents[index] ?? -1) < 0 ? topWorth : groupWorth) + count;
  worth[0] = below + own;
  return { worth, merges, shownFrom };
}

function mergeChild(worth: WorthByUncovered, child: number, childWorth: WorthByUncovered, minimum: number) {
  const merged: WorthByUncovered = new Float64Array(minimum + 1).fill(-1);
  const before = new Int32Array(minimum + 1);
  const inChild = new Int32Array(minimum + 1);
  for (let a = 0; a <= minimum; a++) {
    const left = worth[a] ?? -1;
    if (left < 0) continue;
    for (let b = 0; b <= minimum; b++) {
      const right = childWorth[b] ?? -1;
      if (right < 0) continue;
      const together = Math.min(a + b, minimum);
      if (left + right <= (merged[together] ?? -1)) continue;
      merged[together] = left + right;
      before[together] = a;
      inChild[together] = b;
    }
  }
  return { merged, merge: { child, before, inChild } satisfies Merge };
}

function bestOf(worth: WorthByUncovered | undefined): number {
  if (worth === undefined) return 0;
  return worth.indexOf(Math.max(...worth));
}
