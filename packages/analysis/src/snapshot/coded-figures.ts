import { codedMean, inBoth, rangeTold, windowOfMean, windowOfPart } from '@lerend/disclosure';
import type { CodedClasses, Rest, Window } from '@lerend/disclosure';
import { fewestFreedomForSpread, oneAnswerErrorShare, pointsPerStep, spreadOfOneDeviant } from './method.ts';
import { restAt } from './rests.ts';
import type { Rests } from './rests.ts';
import type { ScaleFigures, WithinSpread } from './scale-figures.ts';
import { addUpwards } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

/** The classes of an item in a rest. */
export interface ShownClasses {
  /** null: they are in no figure that is shown. */
  readonly anywhere: (owner: number) => CodedClasses | null;
  /** null: they aren't in a figure of the rest's own unit, at most in those of units above, with others. */
  readonly here: (owner: number) => CodedClasses | null;
}

/** A scale as it counts: the figures of which everything that is shown is made. */
export interface CodedScale {
  readonly figures: ScaleFigures;
  /** Per owner the coded mean of its rest. */
  readonly means: ReadonlyMap<number, number>;
  /** Between which ends each of them counts as it is; null: nowhere. */
  readonly windows: ReadonlyMap<number, Window | null>;
}

/**
 * Puts the coded mean of its rest (`windowOfMean`) at every unit, so that whatever is made of means is made of these.
 *
 * @param items what is shown of each item of the scale
 * @param whole where the scale is a part of another one: that one, coded, and its items that aren't in this one
 */
export function codedFigures(
  tree: UnitTree,
  figures: ScaleFigures,
  rests: Rests,
  items: readonly ShownClasses[],
  whole?: { readonly scale: CodedScale; readonly items: readonly ShownClasses[] },
): CodedScale {
  const { direct } = figures;
  const means = new Map<number, number>();
  const windows = new Map<number, Window | null>();
  const ranges = new Map<number, Window>();
  for (const [owner, members] of rests.members) {
    const rest = restAt(rests, owner, direct.n);
    let window = windowOf(rest, owner, items);
    if (whole) {
      const all = { score: whole.scale.means.get(owner) ?? 0, items: items.length + whole.items.length };
      window = windowOfPart(all, { window, items: items.length }, windowOf(rest, owner, whole.items));
    }
    const sum = members.reduce((total, unit) => total + (direct.n[unit] ?? 0) * (direct.means[unit] ?? 0), 0);
    const mean = codedMean(sum / Math.max(1, rest.people), window);
    means.set(owner, mean);
    windows.set(owner, window);
    const range = rest.people > 0 ? rangeTold(mean, window) : null;
    if (range) ranges.set(owner, range);
  }
  const meanAt = direct.n.map((n, unit) => (n > 0 ? (means.get(rests.owners[unit] ?? -1) ?? 0) : 0));
  const sums = addUpwards(
    tree,
    meanAt.map((mean, unit) => mean * (direct.n[unit] ?? 0)),
  );
  const coded = {
    ...figures,
    direct: { ...direct, means: meanAt },
    whole: { ...figures.whole, means: sums.map((sum, unit) => sum / Math.max(1, figures.whole.n[unit] ?? 0)) },
    within: publishedSpread(figures.within, figures.columns.length),
    coded: { owners: rests.owners, ranges },
  };
  return { figures: coded, means, windows };
}

/** Whoever sees classes only together with those of others may know them, or not: neither may tell too much. */
function windowOf(rest: Rest, owner: number, items: readonly ShownClasses[]): Window | null {
  const windowWith = (classes: (item: ShownClasses) => CodedClasses | null) => windowOfMean(rest, items.map(classes));
  return inBoth(
    windowWith(({ anywhere }) => anywhere(owner)),
    windowWith(({ here }) => here(owner)),
  );
}

/**
 * The spread within units as bands and marks use it. It is one number for everyone, but of few people it tells how these
 * few lie apart: under `fewestFreedomForSpread` it is the assumed one, and it is never so small that a single person
 * couldn't stand apart from the others.
 */
function publishedSpread({ variance, freedom }: WithinSpread, items: number): WithinSpread {
  if (freedom < fewestFreedomForSpread) return { variance: assumedVariance(items), freedom };
  return { variance: Math.max(variance, spreadOfOneDeviant / freedom), freedom };
}

/** In points², of the mean of so many answers of one person (bhr2000; see `oneAnswerErrorShare`). */
function assumedVariance(items: number): number {
  return assumedOneAnswerVariance * (1 - oneAnswerErrorShare + oneAnswerErrorShare / Math.max(1, items));
}

/** 282 + 446 points²: within a unit, of one answer of one person. */
const assumedOneAnswerVariance = 1.16519 * pointsPerStep ** 2;
