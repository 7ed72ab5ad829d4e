import type { UnitSums } from '@lerend/psychometrics';

/*
 * The people of an organisation divided over the units that show a figure: each counts in the nearest such unit, from
 * their own upwards. Every part is thereby a rest (`decidePublication`): nobody, or at least the minimum. Whatever is
 * made of the means of parts and of shown units tells nothing of fewer people, however small the hidden units are.
 */

/** Per unit the nearest one from itself upwards that shows a figure; −1 where there is none. Parents stand first. */
export function nearestShown(parents: ArrayLike<number>, isShown: (unit: number) => boolean): Int32Array {
  const owners = new Int32Array(parents.length).fill(-1);
  for (let unit = 0; unit < parents.length; unit++)
    owners[unit] = isShown(unit) ? unit : (owners[parents[unit] ?? -1] ?? -1);
  return owners;
}

/** n and mean of every part, at the unit that shows a figure; 0 for the others. */
export function shownParts(
  owners: Int32Array,
  direct: Pick<UnitSums, 'n' | 'means'>,
): { readonly n: Float64Array; readonly means: Float64Array } {
  const n = new Float64Array(owners.length);
  const means = new Float64Array(owners.length);
  owners.forEach((owner, unit) => {
    if (owner < 0) return;
    n[owner] = (n[owner] ?? 0) + (direct.n[unit] ?? 0);
    means[owner] = (means[owner] ?? 0) + (direct.n[unit] ?? 0) * (direct.means[unit] ?? 0);
  });
  return { n, means: means.map((sum, unit) => sum / Math.max(1, n[unit] ?? 0)) };
}

/**
 * Per part the share that is left in its mean of how units differ: Σ (heads of a unit / heads of the part)². 1 where the
 * part is one unit, or nobody's heads are known; of heads alone, so it tells nothing of answers.
 */
export function betweenShares(owners: Int32Array, heads: Float64Array): Float64Array {
  const together = new Float64Array(owners.length);
  owners.forEach((owner, unit) => {
    if (owner >= 0) together[owner] = (together[owner] ?? 0) + (heads[unit] ?? 0);
  });
  const shares = new Float64Array(owners.length);
  owners.forEach((owner, unit) => {
    const all = together[owner] ?? 0;
    if (owner >= 0 && all > 0) shares[owner] = (shares[owner] ?? 0) + ((heads[unit] ?? 0) / all) ** 2;
  });
  return shares.map((share) => share || 1);
}

/** The units of one depth as far as they may be seen. */
export interface SeenAtDepth {
  /** Those that show a figure. */
  readonly shown: readonly number[];
  /** Units above, in whose part the others of this depth with answers are: these are seen together only. */
  readonly partsOf: readonly number[];
}

/** @param whole people with a score in each unit, everything below it included */
export function seenAtDepth(
  depths: ArrayLike<number>,
  owners: Int32Array,
  whole: Float64Array,
  depth: number,
): SeenAtDepth {
  const units = [...owners.keys()].filter((unit) => depths[unit] === depth && (whole[unit] ?? 0) > 0);
  const hidden = units.flatMap((unit) => (owners[unit] === unit ? [] : (owners[unit] ?? -1)));
  return {
    shown: units.filter((unit) => owners[unit] === unit),
    partsOf: [...new Set(hidden)].filter((owner) => owner >= 0),
  };
}
