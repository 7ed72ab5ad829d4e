import { builtInCutScores, highestLevelForItems, isAreaCode, levels } from '@lerend/instrument';
import type { AnalysisScale } from '@lerend/instrument';
import { defined, normalProbability } from '@lerend/psychometrics';
import type { Figure } from '@lerend/psychometrics';
import { leastLevelChance } from '../snapshot/band.ts';
import type { ContractReason, LevelName } from './contract-document.ts';
import { notGiven } from './with-reasons.ts';

type LevelFigures = {
  readonly level: Figure<LevelName> | ReturnType<typeof notGiven>;
  readonly levelChance: Figure | ReturnType<typeof notGiven>;
  readonly levelBetween: { readonly value: readonly [LevelName, LevelName] | null } | ReturnType<typeof notGiven>;
};

/** No level, and why. */
export function noLevel(reason: ContractReason): LevelFigures {
  const none = notGiven(reason);
  return { level: none, levelChance: none, levelBetween: none };
}

/**
 * The likeliest level of a unit, the chance that it is that one, and the two it lies between where that is under
 * 80 %. `centre` and `sd` (see `unitPlace`) are on the scale 0–100; the unit's true score is
 * taken as normal about them. By the built-in cut scores, which are provisional: a file belongs to no organisation that adopted others. Scales without cut scores have no level.
 */
export function levelOutcome(
  scale: AnalysisScale,
  { centre, sd }: { readonly centre: number; readonly sd: number },
): LevelFigures {
  if (!isAreaCode(scale.id)) return noLevel('notBuiltIn');
  const highest = highestLevelForItems(
    scale.id,
    scale.items.map(({ id }) => id),
  );
  const possible = levels.slice(0, levels.indexOf(highest) + 1);
  const { begun, usual, improving } = builtInCutScores.cuts;
  const atLeast = [begun, usual, improving]
    .slice(0, possible.length - 1)
    .map((cut) => (sd > 0 ? normalProbability((centre - cut) / sd) : Number(centre >= cut)));
  const chances = possible.map(
    (_, index) => (index === 0 ? 1 : (atLeast[index - 1] as number)) - (atLeast[index] ?? 0),
  );
  const likeliest = chances.indexOf(Math.max(...chances));
  const chance = chances[likeliest] as number;
  const level = possible[likeliest] as LevelName;
  const pairs = possible.slice(1).map((upper, index) => ({
    pair: [possible[index] as LevelName, upper] as const,
    chance: (chances[index] as number) + (chances[index + 1] as number),
  }));
  const between = pairs.reduce((best, next) => (next.chance > best.chance ? next : best));
  return {
    level: { value: level },
    levelChance: defined(chance),
    levelBetween: { value: chance < leastLevelChance ? between.pair : null },
  };
}
