import { fewestUnitsThatHold, findingsOf } from '@lerend/analysis';
import type { Snapshot, UnitResult } from '@lerend/analysis';
import { publicationRules } from '@lerend/disclosure';
import type { Language } from '#lib/platform/language/index.ts';
import { findingSentence, levelsSentence, wordsIn } from '#lib/report/index.ts';
import { resultMessages } from '../messages.ts';

/** How sure a unit's figures are, whose they are (`counted`) and what they don't say, a sentence each. */
export function presentCertainty(
  unit: UnitResult,
  snapshot: Snapshot,
  counted: readonly string[],
  language: Language,
): string[] {
  const say = resultMessages(language);
  const words = wordsIn(language);
  const minimums = {
    minimum: snapshot.minimumGroupSize,
    items: Math.max(snapshot.minimumGroupSize, publicationRules.minimumForItems),
  };
  const cells = cellsOf(unit);
  if (cells.length === 0) return [...counted, say('certainty-no-figure'), words.say('result.rules', minimums)];
  const isDrawnIn = cells.some(({ centre, score }) => centre !== score);
  const low = findingsOf(snapshot, unit.id).find(({ kind }) => kind === 'low-response');
  const alike = snapshot.findings.find(({ kind }) => kind === 'not-distinguishable');
  return [
    ...counted,
    say('certainty-now', marginsOf(cells.map(({ now }) => now.band))),
    cells.some(({ climate }) => climate === 'none')
      ? say('certainty-no-climate')
      : say('certainty-climate', marginsOf(cells.map(({ band }) => band))),
    ...(cells.some(({ climate }) => climate !== 'none') && unitsSeen(unit, snapshot) < fewestUnitsThatHold
      ? [say('certainty-few-units')]
      : []),
    ...(low ? [findingSentence(low, snapshot, words)] : []),
    ...(isDrawnIn ? [say('certainty-drawn-in')] : []),
    ...(alike ? [findingSentence(alike, snapshot, words)] : []),
    say('certainty-not-said'),
    levelsSentence(snapshot, words),
    words.say('result.rules', minimums),
  ];
}

/** "23 van de 31 mensen antwoordden. Over wie hier nu werkt is de marge ± 4 tot ± 8 punten."; null without figures. */
export function presentBasis(unit: UnitResult, language: Language): string | null {
  if (cellsOf(unit).length === 0) return null;
  const { respondents, invited } = unit;
  const say = resultMessages(language);
  const margin = say('basis-margin', marginsOf(cellsOf(unit).map(({ now }) => now.band)));
  return respondents === null ? margin : `${say('basis-response', { respondents, invited })} ${margin}`;
}

/** With how many units the climate was judged: those of its depth, or the lowest inside it. */
function unitsSeen(unit: UnitResult, { units }: Snapshot): number {
  if (cellsOf(unit).some(({ climate }) => climate === 'shrunk'))
    return units.filter(({ depth }) => depth === unit.depth).length;
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const isAbove = new Set(parents.values());
  const isInside = (id: string | null): boolean => id === unit.id || (id !== null && isInside(parents.get(id) ?? null));
  return units.filter(({ id }) => !isAbove.has(id) && isInside(id)).length;
}

function cellsOf(unit: UnitResult) {
  return unit.areas.flatMap(({ cell }) => (cell === null ? [] : [cell]));
}

function marginsOf(bands: readonly number[]): { low: number; high: number; isOne: 'yes' | 'no' } {
  const [low, high] = [Math.min(...bands), Math.max(...bands)];
  return { low, high, isOne: low === high ? 'yes' : 'no' };
}
