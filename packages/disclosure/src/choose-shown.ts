import type { CountedTree } from './group-tree.ts';

/*
 * Exact search by dynamic programming. Of a group we need to know two things about what happens below it: how many of
 * its people are in no shown group yet (its *uncovered*), and whether they sit in one unit or in several. That is a
 * *state*: 0 (nobody), 1 … most − 1 (so many, all in one unit), most (so many or more, in however many units), and
 * most + 1 … 2 most − 1 (1 … most − 1 people of several units), where most = minimumOfSeveral. For each state we keep
 * the best worth that the choices below can reach. Showing a group is allowed when nobody is uncovered, or `minimum`
 * of one unit, or `minimumOfSeveral` of several, and leaves nobody uncovered for its parent.
 */

/** How many people a rest has at least: of one unit by itself, and of several together. */
export interface Minimums {
  readonly minimum: number;
  /** Never under `minimum`. */
  readonly minimumOfSeveral: number;
}

/** Per group and state, `width` a group. Flat, because a foresight decides hundreds of times. */
interface Search extends Minimums {
  readonly width: number;
  /** The state of two together, by `width * one + other`. */
  readonly together: Uint16Array;
  /** Best worth; −1 where it can't be. */
  readonly worth: Float64Array;
  /** Of a group as a child, per state of its parent: the state there before this child, and the child's own. */
  readonly before: Int32Array;
  readonly inChild: Int32Array;
  /** The state just below a group when it is shown; −1 when hiding it is better or needed. One a group. */
  readonly shownFrom: Int32Array;
  readonly merged: Float64Array;
}

/** Worths are compared as one number: a top, else groups, else people (up to 2²⁸ of them in 2¹⁷ groups). */
const topWorth = 2 ** 45;
const groupWorth = 2 ** 28;

/** The set of groups to show; see `decidePublication` for what is asked of it. */
export function chooseShown(
  tree: CountedTree,
  minimums: Minimums,
  mayBeShown: (id: string, count: number) => boolean,
): ReadonlySet<string> {
  const groups = tree.ids.length;
  const width = 2 * minimums.minimumOfSeveral;
  const search: Search = {
    ...minimums,
    width,
    together: statesTogether(minimums.minimumOfSeveral),
    worth: new Float64Array(groups * width).fill(-1),
    before: new Int32Array(groups * width),
    inChild: new Int32Array(groups * width),
    shownFrom: new Int32Array(groups).fill(-1),
    merged: new Float64Array(width),
  };
  for (let group = groups - 1; group >= 0; group--) solveGroup(tree, group, mayBeShown, search);
  return tracedBack(tree, search);
}

function statesTogether(most: number): Uint16Array {
  const width = 2 * most;
  const together = new Uint16Array(width * width);
  for (let one = 0; one < width; one++) {
    for (let other = 0; other < width; other++) {
      const people = (one > most ? one - most : one) + (other > most ? other - most : other);
      const state = one === 0 ? other : other === 0 ? one : people >= most ? most : most + people;
      together[one * width + other] = state;
    }
  }
  return together;
}

function solveGroup(
  tree: CountedTree,
  group: number,
  mayBeShown: (id: string, count: number) => boolean,
  search: Search,
): void {
  const { worth, shownFrom, width, minimum, minimumOfSeveral } = search;
  const from = group * width;
  worth[from + Math.min(tree.direct[group] ?? 0, minimumOfSeveral)] = 0;
  for (const child of tree.children[group] ?? []) mergeChild(from, child, search);
  const count = tree.counts[group] ?? 0;
  if (!mayBeShown(tree.ids[group] ?? '', count)) return;
  let best = 0;
  for (let state = minimum; state <= minimumOfSeveral; state++)
    if ((worth[from + state] ?? -1) > (worth[from + best] ?? -1)) best = state;
  const below = worth[from + best] ?? -1;
  if (below < 0) return;
  shownFrom[group] = best;
  worth[from] = below + ((tree.parents[group] ?? -1) < 0 ? topWorth : groupWorth) + count;
}

function mergeChild(from: number, child: number, { width, together, worth, before, inChild, merged }: Search): void {
  merged.fill(-1);
  const ofChild = child * width;
  for (let a = 0; a < width; a++) {
    const left = worth[from + a] ?? -1;
    if (left < 0) continue;
    for (let b = 0; b < width; b++) {
      const right = worth[ofChild + b] ?? -1;
      if (right < 0) continue;
      const state = together[a * width + b] ?? 0;
      if (left + right <= (merged[state] ?? -1)) continue;
      merged[state] = left + right;
      before[ofChild + state] = a;
      inChild[ofChild + state] = b;
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
