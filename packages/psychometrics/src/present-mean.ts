/** A lowest unit, inside the group whose mean is estimated. */
export interface PresentStratum {
  /** What this unit's mean counts for in the estimate; all units together 1. 0 when nobody answered. */
  readonly weight: number;
  readonly answered: number;
  /** Everyone who works there, answered or not; at least `answered`. */
  readonly heads: number;
}

/** Variances of one person's score: within a unit, between units, and the part of the first that is error of measurement. */
export interface PresentVariances {
  readonly within: number;
  readonly between: number;
  readonly error: number;
}

/**
 * The variance of an estimate of what everyone who works here now would say, had it been measured without error.
 *
 * Units are strata, with the finite-population correction. Let w be a unit's weight in the estimate and W its share of
 * all heads. Within units: Σ [w²/n − 2wW/N + W²/N] (σ² − σₑ²), which is W² (1 − n/N)/n where w = W: nothing where everyone
 * answered. Between units: τ Σ (w − W)², for weights that don't follow the heads and for units of which nobody answered.
 * Measurement: σₑ² Σ w²/n, which remains when everyone answered.
 * Assumes that within a unit those who answered are a random part of it. Source: Cochran (1977), Sampling Techniques,
 * ch. 5; Valliant, Dorfman & Royall (2000), Finite Population Sampling and Inference, for estimates under a model.
 *
 * Deterministic: a function of counts and of the three variances; it says nothing about the answers of these people.
 * @throws RangeError when a unit has more answers than heads, or weight without answers.
 */
export function presentMeanVariance(strata: readonly PresentStratum[], variances: PresentVariances): number {
  const everyone = strata.reduce((sum, { heads }) => sum + heads, 0);
  let between = 0;
  let sampled = 0;
  let measured = 0;
  for (const { weight, answered, heads } of strata) {
    if (answered > heads) throw new RangeError(`${answered} answers and ${heads} heads.`);
    if (answered === 0 && weight !== 0) throw new RangeError('A unit without answers has no weight.');
    if (heads === 0) continue;
    const share = heads / everyone;
    const squared = answered > 0 ? (weight * weight) / answered : 0;
    between += (weight - share) ** 2;
    sampled += squared - (2 * weight * share - share * share) / heads;
    measured += squared;
  }
  const ofPeople = Math.max(0, variances.within - variances.error);
  return (
    variances.between * between +
    ofPeople * Math.max(0, sampled) +
    Math.min(variances.within, variances.error) * measured
  );
}
