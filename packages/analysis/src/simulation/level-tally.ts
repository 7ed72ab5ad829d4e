import type { AreaCell } from '@lerend/disclosure';
import type { CutScores } from '@lerend/instrument';
import { levels } from '@lerend/instrument';
import { leastLevelChance, levelChances, levelSorting } from '../snapshot/band.ts';
import type { Tally } from './tally.ts';

/** Chances are counted in twenty classes, each named after its middle. */
export const chanceClasses = 20;

/** Counts how often units lie on the levels that their cells give a chance; `places`: where they truly lie. */
export function addLevels(
  tally: Tally,
  cells: readonly AreaCell[],
  places: readonly number[],
  { cuts }: Pick<CutScores, 'cuts'>,
): void {
  let right = 0;
  cells.forEach((cell, at) => {
    const place = places[at] ?? 0;
    const level = [cuts.begun, cuts.usual, cuts.improving].filter((cut) => place >= cut).length;
    const chances = levelChances(cell, levels.length, cuts);
    chances.forEach((chance, which) => {
      const inClass = Math.min(chanceClasses - 1, Math.floor(chance * chanceClasses));
      tally.add(`level chance:${inClass}`, which === level);
      tally.addMany(`level chance stated:${inClass}`, chance, 1);
    });
    const highest = Math.max(...chances);
    const isRight = chances.indexOf(highest) === level;
    right += Number(isRight);
    if (highest >= leastLevelChance) {
      tally.add('level named alone', isRight);
      tally.addMany('level named alone/stated', highest, 1);
    }
  });
  const sorting = levelSorting(cells, 'improving', cuts);
  if (sorting === null) return;
  tally.addMany('levels of all units', right / cells.length, 1);
  tally.addMany('levels of all units/stated', sorting.accuracy, 1);
}
