import { bandClasses, bandClassOf } from '@lerend/disclosure';
import type { BandClass } from '@lerend/disclosure';
import { builtInCutScores, highestLevelOf } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { levelOf } from '../snapshot/band.ts';
import { smallestDifferenceThatMatters } from '../snapshot/method.ts';
import type { UsualFigure } from './foresight.ts';

const classes = bandClasses.length;

/** Counts of what came out over the draws, per unit: shown, items shown, and how often each class of half-width. */
export interface UnitTally {
  readonly shown: Float64Array;
  readonly withItems: Float64Array;
  readonly now: Uint16Array;
  readonly climate: Uint16Array;
  readonly noise: Uint16Array;
}

export function emptyTally(units: number): UnitTally {
  const histogram = () => new Uint16Array(units * classes);
  return {
    shown: new Float64Array(units),
    withItems: new Float64Array(units),
    now: histogram(),
    climate: histogram(),
    noise: histogram(),
  };
}

export function countClass(histogram: Uint16Array, unit: number, halfWidth: number): void {
  const at = unit * classes + bandClasses.indexOf(bandClassOf(halfWidth));
  histogram[at] = (histogram[at] ?? 0) + 1;
}

/** The usual figure of these units, over all draws together; null when none was ever shown. `levelAlone`: see below. */
export function usualFigure(
  tally: UnitTally,
  levelAlone: readonly number[],
  units: readonly number[],
): UsualFigure | null {
  const together = (histogram: Uint16Array) =>
    bandClasses.map((_, at) => units.reduce((sum, unit) => sum + (histogram[unit * classes + at] ?? 0), 0));
  const climate = together(tally.climate);
  const times = climate.reduce((sum, count) => sum + count, 0);
  if (times === 0) return null;
  const noise = medianClass(together(tally.noise));
  return {
    now: medianClass(together(tally.now)),
    climate: medianClass(climate),
    smallestChange: Math.max(smallestDifferenceThatMatters, Math.ceil(Math.hypot(noise, noise)) + 1),
    levelAlone: climate.reduce((sum, count, at) => sum + count * (levelAlone[at] ?? 0), 0) / times,
  };
}

function medianClass(counts: readonly number[]): BandClass {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let sum = 0;
  return bandClasses.find((_, at) => (sum += counts[at] ?? 0) >= half) ?? 50;
}

/** Where a unit of which nothing is known may stand: from between rarely and sometimes to between often and always. */
const places = Array.from({ length: 61 }, (_, at) => 30 + at);

/** Per class of half-width: the chance that a unit of which nothing is known has one level that can be named. */
export function levelAloneByClass(form: FormName): readonly number[] {
  const highest = highestLevelOf(form);
  return bandClasses.map((band) => {
    const alone = places.filter((centre) => levelOf({ centre, band }, highest, builtInCutScores.cuts).kind === 'level');
    return alone.length / places.length;
  });
}
