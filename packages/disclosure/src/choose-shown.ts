import type { CountedTree } from './group-tree.ts';

/*
 * Exact search by dynamic programming. Of a group we need to know one thing about what happens below it: how many of
 * its people are in no shown group yet (its *uncovered*), from 0 to minimum − 1, or "minimum or more". For each of
 * those we keep the best worth that the choices below can reach. Showing a group is allowed when its uncovered are 0
 * or minimum-or-more, and leaves 0 uncovered for its parent.
 */

/** Per group and number of uncovered people, `width` a group. Flat, because a foresight decides hundreds of times. */
interface Search {
  readonly width: number;
  /** Best worth; −1 where it can't be. */
  readonly worth: Float64Array;
  /** Of a group as a child, per outcome at its parent: uncovered there before this child, and uncovered in it. */
  readonly before: Int32Array;
  readonly inChild: Int32Array;
  /** Uncovered just below a group when it is shown; −1 when hiding it is better or needed. One a group. */
  readonly shownFrom: Int32Array;
  readonly merged: Float64Array;
}

/** Worths are compared as one number: a top, else groups, else people (up to 2²⁸ of them in 2¹⁷ groups). */
const topWorth = 2 ** 45;
const groupWorth = 2 ** 28;

/** The set of groups to show; see `decidePublication` for what is asked of it. */
export function chooseShown(
  tree: CountedTree,
  minimum: number,
  mayBeShown: (id: string, count: number) => boolean,
): ReadonlySet<string> {
  const groups = tree.ids.length;
  const width = minimum + 1;
  const search: Search = {
    width,
    worth: new Float64Array(groups * width).fill(-1),
    before: new Int32Array(groups * width),
    inChild: new Int32Array(groups * width),
    shownFrom: new Int32Array(groups).fill(-1),
    merged: new Float64Array(width),
  };
  for (let group = groups - 1; group >= 0; group--) solveGroup(tree, group, minimum, mayBeShown, search);
  return tracedBack(tree, search);
}

function solveGroup(
  tree: CountedTree,
  group: number,
  minimum: number,
  mayBeShown: (id: string, count: number) => boolean,
  search: Search,
): void {
  const { worth, shownFrom, width } = search;
  const from = group * width;
  worth[from + Math.min(tree.direct[group] ?? 0, minimum)] = 0;
  for (const child of tree.children[group] ?? []) mergeChild(from, child, minimum, search);
  const count = tree.counts[group] ?? 0;
  if (!mayBeShown(tree.ids[group] ?? '', count)) return;
  const whenNothingLeft = worth[from] ?? -1;
  const whenEnoughLeft = worth[from + minimum] ?? -1;
  const below = Math.max(whenNothingLeft, whenEnoughLeft);
  if (below < 0) return;
  shownFrom[group] = whenNothingLeft >= whenEnoughLeft ? 0 : minimum;
  worth[from] = below + ((tree.parents[group] ?? -1) < 0 ? topWorth : groupWorth) + count;
}

function mergeChild(
  from: number,
  child: number,
  minimum: number,
  { width, worth, before, inChild, merged }: Search,
): void {
  merged.fill(-1);
  const ofChild = child * width;
  for (let a = 0; a <= minimum; a++) {
    const left = worth[from + a] ?? -1;
    if (left < 0) continue;
    for (let b = 0; b <= minimum; b++) {
      const right = worth[ofChild + b] ?? -1;
      if (right < 0) continue;
      const together = Math.min(a + b, minimum);
      if (left + right <= (merged[together] ?? -1)) continue;
      merged[together] = left + right;
      before[ofChild + together] = a;
      inChild[ofChild + together] = b;
    }
  }
  worth.set(merged, from);
}

function tracedBack(tree: CountedTree, { width, worth, before, inChild, shownFrom }: Search): ReadonlySet<string> {
  const shown = new Set<string>();
  const open = tree.parents.flatMap((parent, group) =>
    parent < 0 ? [{ group, uncovered: bestOf(worth.subarray(group * width, (group + 1) * width)) }] : [],
  );
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const whenShown = shownFrom[step.group] ?? -1;
    let { uncovered } = step;
    if (uncovered === 0 && whenShown >= 0) {
      shown.add(tree.ids[step.group] ?? '');
      uncovered = whenShown;
    }
    for (const child of (tree.children[step.group] ?? []).toReversed()) {
      open.push({ group: child, uncovered: inChild[child * width + uncovered] ?? 0 });
      uncovered = before[child * width + uncovered] ?? 0;
    }
  }
  return shown;
}

function bestOf(worth: Float64Array): number {
  return worth.indexOf(Math.max(...worth));
}
