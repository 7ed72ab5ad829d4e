import { bandClasses } from '@lerend/disclosure';
import type { AreaCell } from '@lerend/disclosure';
import type { Level, LevelCuts } from '@lerend/instrument';
import { levels } from '@lerend/instrument';
import { normalProbability, normalQuantile } from '@lerend/psychometrics';
import { fewestUnitsToDrawIn } from './method.ts';

/*
 * What a published cell says beyond its score: twenty dots, the chance of a level. All of it derives from `centre` and
 * `band` alone, as a normal distribution about `centre` whose central 95 % is as wide as the usual band of its class.
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
  const chances = levelChances(cell, possible.length, cuts);
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

/** The chance of each of the `count` lowest levels; what lies above the last counts as that one. Together 1. */
export function levelChances(cell: Place, count: number, { begun, usual, improving }: LevelCuts): number[] {
  const atLeast = [1, ...[begun, usual, improving].slice(0, count - 1).map((cut) => chanceAtLeast(cell, cut)), 0];
  return Array.from({ length: count }, (_, index) => (atLeast[index] ?? 0) - (atLeast[index + 1] ?? 0));
}

/** How well the units of an organisation can be sorted into levels on one area. */
export interface LevelSorting {
  readonly units: number;
  /** The share of the units that may be expected to lie on the level that is likeliest for them. */
  readonly accuracy: number;
  /** The share that would come out on one and the same level in two measurements as sure as this one. */
  readonly consistency: number;
  /** How many have a level that is named alone (`leastLevelChance`). */
  readonly namedAlone: number;
}

/**
 * How accurately, and how consistently, units are sorted into levels, given what is known of where each stands: the mean
 * over units of the highest of its chances, and of Σ chance². Of the units together: it says nothing about one of them.
 * Undefined (null) under five units. Source: Rudner (2005), Practical Assessment, Research & Evaluation 10:13, and
 * Lee (2010), Journal of Educational Measurement 47:1, for persons; here for units' means.
 */
export function levelSorting(cells: readonly Place[], highest: Level, cuts: LevelCuts): LevelSorting | null {
  if (cells.length < fewestUnitsToDrawIn) return null;
  const sorted = cells.map((cell) => levelChances(cell, levels.indexOf(highest) + 1, cuts));
  const mean = (of: (chances: readonly number[]) => number) =>
    sorted.reduce((sum, chances) => sum + of(chances), 0) / sorted.length;
  return {
    units: cells.length,
    accuracy: mean((chances) => Math.max(...chances)),
    consistency: mean((chances) => chances.reduce((sum, chance) => sum + chance * chance, 0)),
    namedAlone: sorted.filter((chances) => Math.max(...chances) >= leastLevelChance).length,
  };
}

/** 95 % of a normal distribution lies within this many standard deviations. */
const normal95 = 1.959963984540054;

/**
 * A class is named after its upper edge, so that a band is never too narrow. A chance must be neither too small nor too
 * large: it takes the middle of the class, the geometric mean of its edges (the lowest class goes down to √2 points).
 */
function standardDeviationOf({ band }: Place): number {
  const below = bandClasses[bandClasses.indexOf(band) - 1] ?? Math.SQRT2;
  return Math.sqrt(below * band) / normal95;
}
