/**
 * Where an increasing function is zero: Newton's steps, kept inside a bracket that only shrinks.
 *
 * `evaluate` gives the value and its slope. `start` may be anywhere; the bracket is found by doubling. Meant for
 * quantiles, where value and slope come from the same computation. The answer is exact to the last few bits.
 */
export function monotoneRoot(evaluate: (at: number) => { value: number; slope: number }, start: number): number {
  let lower = Number.NEGATIVE_INFINITY;
  let upper = Number.POSITIVE_INFINITY;
  let at = start;
  let reach = 1;
  for (let step = 0; step < 400; step += 1) {
    const { value, slope } = evaluate(at);
    if (value === 0) return at;
    if (value > 0) upper = at;
    else lower = at;
    let next = slope > 0 ? at - value / slope : Number.NaN;
    const isBracketed = Number.isFinite(lower) && Number.isFinite(upper);
    if (!(next > lower && next < upper)) {
      if (isBracketed) next = (lower + upper) / 2;
      else next = value > 0 ? at - reach : at + reach;
      reach *= 2;
    } else if (!isBracketed && Math.abs(next - at) > reach) {
      next = at + Math.sign(next - at) * reach;
      reach *= 2;
    }
    if (Math.abs(next - at) <= 2e-16 * Math.max(1, Math.abs(at))) return next;
    at = next;
  }
  return at;
}
