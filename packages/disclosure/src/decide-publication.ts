import { chooseShown } from './choose-shown.ts';
import { arrangeTree, countTree } from './group-tree.ts';
import type { ArrangedTree, GroupNode } from './group-tree.ts';
import { effectiveMinimum, mayShowProfileClass } from './publication-rules.ts';
import { markPublished } from './published.ts';
import type { Published } from './published.ts';

export type { GroupNode } from './group-tree.ts';

/** Why a group has no figure. For the record and for tests; on screen there is one neutral sentence for both. */
export type HiddenReason = 'too-few' | 'protects-another';

export interface PublicationOptions {
  /** The minimum group: a whole number, 1 or more. In the application: `effectiveMinimum(…)`. */
  minimum: number;
  /** Of a rest in which people of several units are together; left out, or under the minimum: the minimum. */
  minimumOfSeveral?: number;
  /**
   * Groups that may be shown at all, when an earlier decision already hid some: items only where the area is shown,
   * areas only where the unit is. Left out: every group may.
   */
  isEligible?: (groupId: string) => boolean;
}

/** The outcome for one table of counts: who is shown, and the only way to make a figure of a group publishable. */
export interface PublicationDecision {
  readonly minimum: number;
  /** People in the group and everything below it. Not for the screen: use `publish`. */
  count(groupId: string): number;
  isShown(groupId: string): boolean;
  /** null where the group is shown. */
  reasonHidden(groupId: string): HiddenReason | null;
  /** The figure of a group if it may be shown, else null. `make` is called only when it is. */
  publish<T>(groupId: string, make: () => T): Published<T> | null;
}

/**
 * Decides which groups of a tree may show a figure.
 *
 * A group may be shown from `minimum` people (itself with everything below it). Of those, some are hidden to protect
 * others: whoever subtracts shown figures from one another (a parent minus its shown children, several levels deep,
 * or sums of such rests) must never get the figure of between 1 and `minimum − 1` people, the people who sit directly
 * in a unit included. Such differences are exactly the sums of *rests*, a rest being a shown group without the shown
 * groups nearest below it; so the condition is that every rest is empty or at least `minimum`; where it holds people of
 * several units, at least `minimumOfSeveral`, so that no unit makes up nearly all of it (`coding.ts`).
 *
 * Among all choices that meet it, this takes the one that shows the top of each tree, then the most groups, then the
 * most people (a person counts once for every shown group that holds them), then the first by id: an exact search
 * that takes time in proportion to groups × minimum². It sees counts only, never an answer, and doesn't depend on the
 * order in which groups are given.
 *
 * @param tree    every group once, with the id of its parent (null at a top). Faults are Errors: an id that stands
 *                twice, a parent that isn't there, a circle.
 * @param direct  people directly in each group, those below it left out. A group that isn't in it has none.
 *                Counts for an id outside the tree, negative or fractional counts are RangeErrors.
 */
export function decidePublication(
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  options: PublicationOptions,
): PublicationDecision {
  return decideInTree(arrangeTree(tree), direct, options);
}

/** `decidePublication` for many tables of counts on one tree, which is arranged once. */
export function publicationInTree(
  tree: readonly GroupNode[],
): (direct: ReadonlyMap<string, number>, options: PublicationOptions) => PublicationDecision {
  const arranged = arrangeTree(tree);
  return (direct, options) => decideInTree(arranged, direct, options);
}

function decideInTree(
  tree: ArrangedTree,
  direct: ReadonlyMap<string, number>,
  options: PublicationOptions,
): PublicationDecision {
  const minimum = effectiveMinimum(options.minimum, 1);
  const counted = countTree(tree, direct);
  const mayBeShown = (id: string, count: number) => count >= minimum && (options.isEligible?.(id) ?? true);
  const minimumOfSeveral = Math.max(minimum, options.minimumOfSeveral ?? minimum);
  const shown = chooseShown(counted, { minimum, minimumOfSeveral }, mayBeShown);
  const countOf = (id: string) => {
    const index = counted.indexOf.get(id);
    if (index === undefined) throw new RangeError(`group ${id} is not in the tree`);
    return counted.counts[index] ?? 0;
  };
  const decision: PublicationDecision = {
    minimum,
    count: countOf,
    isShown: (id) => shown.has(id),
    reasonHidden: (id) => (shown.has(id) ? null : countOf(id) < minimum ? 'too-few' : 'protects-another'),
    publish: (id, make) => (shown.has(id) ? markPublished(make()) : null),
  };
  return Object.freeze(decision);
}

/**
 * A figure about everyone together (reliability, correlations, a count of the whole peiling), from `minimum` people.
 * Not for a group inside the organisation: that needs a decision over the whole tree.
 */
export function publishForWhole<T>(people: number, minimum: number, make: () => T): Published<T> | null {
  return people >= minimum ? markPublished(make()) : null;
}

/**
 * A figure of one class of a profile question, for the whole organisation: from `least` people in it and as many outside it.
 * That no set that can be put together out of other figures comes close to it is for the caller (`differenceFromGroups`).
 */
export function publishForClass<T>(
  { inClass, respondents, least }: { readonly inClass: number; readonly respondents: number; readonly least: number },
  make: () => T,
): Published<T> | null {
  return mayShowProfileClass(inClass, respondents, least) ? markPublished(make()) : null;
}
