import { fUpperTail } from './distributions/f-distribution.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import type { UnitSums } from './unit-index.ts';

/** A one-way analysis of variance over units, and the two intraclass correlations that follow from it. */
export interface IntraclassCorrelation {
  /** Units with at least one score. */
  readonly groups: number;
  readonly meanGroupSize: Figure;
  /** The group size that unequal units amount to: (N − Σn²/N) / (G − 1). */
  readonly k0: Figure;
  readonly msBetween: Figure;
  readonly msWithin: Figure;
  readonly dfBetween: Figure;
  readonly dfWithin: Figure;
  readonly F: Figure;
  readonly p: Figure;
  readonly icc1: Figure;
  readonly icc2: Figure;
}

/**
 * ICC(1) and ICC(2) of a scale over units, with the analysis of variance behind them.
 *
 * ICC(1) = (MSB − MSW) / (MSB + (k0 − 1) MSW): the share of the variance between people that goes with their unit.
 * ICC(2) = (MSB − MSW) / MSB: how reliably units can be told apart by their means. Both may come out negative and
 * are then left so: units differ less than chance alone would make them. Units of one person count between, not
 * within (as R's `aov`). Use with {@link unitAgreement}: agreement and reliability are different questions.
 * Undefined: one unit (`tooFewUnits`; its mean square within and the degrees of freedom exist), no unit with two people (`noReplication`), no variance at all.
 * Source: Bliese (2000); k0: Bartko (1976), Psychological Bulletin 83:762, not the plain mean size.
 */
export function intraclassCorrelation({ n, means, withinSquares }: UnitSums): IntraclassCorrelation {
  let groups = 0;
  let people = 0;
  let squaredSizes = 0;
  let sum = 0;
  const first = means.find((_, unit) => (n[unit] as number) > 0) ?? 0;
  let within = 0;
  n.forEach((size, unit) => {
    if (size === 0) return;
    groups += 1;
    people += size;
    squaredSizes += size * size;
    sum += size * ((means[unit] as number) - first);
    within += withinSquares[unit] as number;
  });
  const dfBetween = groups - 1;
  const dfWithin = people - groups;
  const meanGroupSize: Figure = groups === 0 ? notDefined('noUnits') : defined(people / groups);
  if (dfBetween < 1) {
    const none = notDefined(groups === 0 ? 'noUnits' : 'tooFewUnits');
    const msWithin: Figure = dfWithin > 0 ? defined(within / dfWithin) : none;
    const dfs =
      groups === 0 ? { dfBetween: none, dfWithin: none } : { dfBetween: defined(0), dfWithin: defined(dfWithin) };
    return {
      groups,
      meanGroupSize,
      k0: none,
      msBetween: none,
      msWithin,
      ...dfs,
      F: none,
      p: none,
      icc1: none,
      icc2: none,
    };
  }
  const grandMean = first + sum / people;
  let between = 0;
  n.forEach((size, unit) => {
    between += size * ((means[unit] as number) - grandMean) ** 2;
  });
  const k0 = (people - squaredSizes / people) / dfBetween;
  const msBetween = between / dfBetween;
  const fixed = {
    groups,
    meanGroupSize,
    k0: defined(k0),
    msBetween: defined(msBetween),
    dfBetween: defined(dfBetween),
    dfWithin: defined(dfWithin),
  };
  if (dfWithin < 1) {
    const none = notDefined('noReplication');
    return { ...fixed, msWithin: none, F: none, p: none, icc1: none, icc2: none };
  }
  const msWithin = within / dfWithin;
  const none = notDefined('noVariance');
  const spread = msBetween + (k0 - 1) * msWithin;
  const F = msWithin > 0 ? msBetween / msWithin : null;
  return {
    ...fixed,
    msWithin: defined(msWithin),
    F: F === null ? none : defined(F),
    p: F === null ? none : defined(fUpperTail(F, dfBetween, dfWithin)),
    icc1: spread > 0 ? defined((msBetween - msWithin) / spread) : none,
    icc2: msBetween > 0 ? defined((msBetween - msWithin) / msBetween) : none,
  };
}
