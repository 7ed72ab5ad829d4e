/**
 * The limit under which two-sided p values of many tests may be marked, so that of the marked ones at most a share
 * `rate` is expected to be wrong: the step-up rule of Benjamini & Hochberg (1995, JRSS B 57:289). Mark where p ≤ limit.
 *
 * A mark that also names a direction (the sign of the estimate) then has the wrong direction, or stands where there is
 * no difference at all, in an expected share of at most `rate` of the marks (Benjamini & Yekutieli 2005, JASA 100:71).
 * For independent tests and positively dependent ones. limit = rate · k / m for m tests of which k are marked; with no
 * mark rate / m, what the smallest would have needed; without tests `rate`. Equals R's `p.adjust(p, 'BH') <= rate`.
 */
export function discoveryLimit(pValues: readonly number[], rate: number): number {
  const count = pValues.length;
  const ordered = [...pValues].sort((a, b) => a - b);
  const last = ordered.findLastIndex((p, at) => p <= (rate * (at + 1)) / count);
  return count === 0 ? rate : (rate * Math.max(1, last + 1)) / count;
}
