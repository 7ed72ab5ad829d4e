import { betweenPosterior, sumOfMeans } from '@lerend/psychometrics';
import type { SummedMean, ValueRange } from '@lerend/psychometrics';
import type { ScaleFigures } from './scale-figures.ts';
import { betweenShares, shownParts } from './shown-parts.ts';

/*
 * A mean near an end of the scale stands, of few people, at the end of its window (`coded-figures.ts`). As a figure by
 * itself that says what may be said; but in a sum over hundreds of small units what was taken off doesn't average out:
 * all units of an organisation lie to the same side. So `now` and `climate` take such a mean as what it is, known to lie
 * somewhere beyond that end, and put in its place what is likely of it, seen the other units: the mean of the tail.
 *
 * That is worked out from the coded rows themselves and from σ², so it is a function of what may be told, and tells no
 * more: two organisations with the same coded rows have the same figures, whatever lies beyond the ends.
 */

/** What putting likely means in place of coded ones does to a weighted sum of means. */
export interface LikelyShift {
  /** What it adds. */
  readonly shift: number;
  /** How uncertain that is. */
  readonly variance: number;
}

/** Both of the units from one number up to another: of those directly in a unit, without what is below it. */
export interface LikelyMeans {
  /** @param weightOf what the people of a unit count for in a sum; 0: they aren't in it */
  readonly shiftOf: (from: number, to: number, weightOf: (unit: number) => number) => LikelyShift;
  /** Where all who answered are in one rest, the range in which their mean lies; null: it is known, or there are more rests. */
  readonly rangeOf: (from: number, to: number, isIn: (unit: number) => boolean) => ValueRange | null;
}

const nothingToAdd: LikelyMeans = { shiftOf: () => ({ shift: 0, variance: 0 }), rangeOf: () => null };

/** With fewer than five rests there is nothing to see a mean against: it stays where it counts. */
export function likelyMeans({ direct, within, coded }: ScaleFigures, heads: Float64Array): LikelyMeans {
  if (coded === undefined || coded.ranges.size === 0) return nothingToAdd;
  const { owners, ranges } = coded;
  const rests = shownParts(owners, direct);
  const shares = betweenShares(owners, heads);
  const present = [...rests.n.keys()].filter((owner) => (rests.n[owner] ?? 0) > 0);
  const rangeAt = (owner: number): ValueRange | null => ranges.get(owner) ?? null;
  const posterior = betweenPosterior(
    present.map((owner) => rests.means[owner] ?? 0),
    present.map((owner) => within.variance / (rests.n[owner] ?? 1)),
    present.map(rangeAt),
  ).value;
  if (posterior === null) return nothingToAdd;
  const ranged = [...ranges.keys()];
  // Most sums that are asked for are of one rest.
  const alone = sumOfMeans(
    posterior,
    ranged.map((owner) => summed(owner, 0)),
  ).parts;
  const likelyAt = new Map(ranged.map((owner, at) => [owner, alone[at]]));
  return { shiftOf, rangeOf };

  function summed(owner: number, weight: number): SummedMean {
    const variance = within.variance / Math.max(1, rests.n[owner] ?? 0);
    return { weight, mean: 0, variance, betweenShare: shares[owner] ?? 1, range: rangeAt(owner) };
  }

  function shiftOf(from: number, to: number, weightOf: (unit: number) => number): LikelyShift {
    const weights = new Map<number, number>();
    for (let unit = from; unit < to; unit++) {
      const owner = owners[unit] ?? -1;
      const weight = ranges.has(owner) ? weightOf(unit) : 0;
      if (weight > 0) weights.set(owner, (weights.get(owner) ?? 0) + weight);
    }
    const [[only = -1, weight = 0] = []] = weights;
    const own = weights.size === 1 ? likelyAt.get(only) : undefined;
    if (own) return { shift: weight * (own.mean - (rests.means[only] ?? 0)), variance: weight ** 2 * own.variance };
    const { mean, variance } = sumOfMeans(
      posterior ?? [],
      [...weights].map(([owner, share]) => summed(owner, share)),
    );
    const counted = [...weights].reduce((sum, [owner, share]) => sum + share * (rests.means[owner] ?? 0), 0);
    return { shift: mean - counted, variance };
  }

  function rangeOf(from: number, to: number, isIn: (unit: number) => boolean): ValueRange | null {
    let only = -1;
    for (let unit = from; unit < to; unit++) {
      const owner = owners[unit] ?? -1;
      if (owner === only || (direct.n[unit] ?? 0) === 0 || !isIn(unit)) continue;
      if (only !== -1) return null;
      only = owner;
    }
    return rangeAt(only);
  }
}
