import type { AreaCell } from '@lerend/disclosure';
import type { Level, LevelCuts } from '@lerend/instrument';
import { levels } from '@lerend/instrument';
import { normalProbability, normalQuantile } from '@lerend/psychometrics';

/*
 * What a published cell says beyond its score: twenty dots, the chance of a level. All of it derives from `centre` and
 * `band` alone, as a normal distribution whose central 95 % is `centre` ± `band`.
 */

type Place = Pick<AreaCell, 'centre' | 'band'>;

/** A level is named alone from this chance; under it, the two between which the unit stands. */
export const leastLevelChance = 0.8;

export type LevelReading =
  | { readonly kind: 'level'; readonly level: Level; readonly chance: number }
  /** `chance`: that it is one of the two. */
  | { readonly kind: 'between'; readonly lower: Level; readonly upper: Level; readonly chance: number };

const dotCount = 20;

/**
 * Twenty places on 0–100, low to high, each standing for 5 % of chance: the quantiles at 2.5 %, 7.5 % … 97.5 %.
 * A place outside the scale is put on its end. In points, not rounded.
 */
export function twentyDots(cell: Place): readonly number[] {
  const spread = standardDeviationOf(cell);
  return Array.from({ length: dotCount }, (_, dot) => {
    const place = cell.centre + spread * normalQuantile((dot + 0.5) / dotCount);
    return Math.min(100, Math.max(0, place));
  });
}

/** The chance, from 0 to 1, that the unit stands on `cut` or higher. */
export function chanceAtLeast(cell: Place, cut: number): number {
  return normalProbability((cell.centre - cut) / standardDeviationOf(cell));
}

/**
 * The level of a cell, or the two neighbouring levels that together are most likely (of equal pairs the lower).
 * `highest` is the highest level that the items asked can show: `highestLevelOf(form)`, or for common items
 * `highestLevelForItems(area, itemIds)`; what lies above it counts as that level. Of a cell in a snapshot, ask `levelIn`.
 */
export function levelOf(cell: Place, highest: Level, cuts: LevelCuts): LevelReading {
  const possible = levels.slice(0, levels.indexOf(highest) + 1);
  const atLeast = [
    1,
    chanceAtLeast(cell, cuts.begun),
    chanceAtLeast(cell, cuts.usual),
    chanceAtLeast(cell, cuts.improving),
  ];
  const chances = possible.map(
    (_, index) => (atLeast[index] ?? 0) - (index + 1 < possible.length ? (atLeast[index + 1] ?? 0) : 0),
  );
  const likeliest = chances.indexOf(Math.max(...chances));
  const chance = chances[likeliest] ?? 0;
  const level = possible[likeliest] ?? 'sometimes';
  if (chance >= leastLevelChance) return { kind: 'level', level, chance };
  const pairs = possible.slice(1).map((upper, index) => ({
    lower: possible[index] ?? upper,
    upper,
    chance: (chances[index] ?? 0) + (chances[index + 1] ?? 0),
  }));
  const first = pairs[0];
  if (first === undefined) return { kind: 'level', level, chance };
  return { kind: 'between', ...pairs.reduce((best, pair) => (pair.chance > best.chance ? pair : best), first) };
}

/** 95 % of a normal distribution lies within this many standard deviations. */
const normal95 = 1.959963984540054;

function standardDeviationOf(cell: Place): number {
  return cell.band / normal95;
}
