import { smallestDifferenceThatMatters } from '@lerend/analysis';
import type { Snapshot, WeightedScore } from '@lerend/analysis';
import type { Published } from '@lerend/disclosure';
import { profileQuestionsOf } from '@lerend/instrument';
import type { Words } from '../language.ts';
import { areaName } from './area-words.ts';

/** What it would change if everyone had answered in proportion to known numbers of people. */
export interface WeightingInWords {
  /** What it comes to, in a sentence. */
  readonly sentence: string;
  /** By which questions, and what it rests on; null where there are no weights. */
  readonly basis: string | null;
  /** Empty where there are no weights. */
  readonly rows: readonly { readonly area: string; readonly told: Published<WeightedScore> | null }[];
}

/** null where nobody said how many people there are in groups. */
export function weightingInWords({ weighting, areaIds }: Snapshot, words: Words): WeightingInWords | null {
  if (!weighting) return null;
  const names = profileQuestionsOf(weighting.questionIds).map(({ name }) => name[words.language].toLowerCase());
  if (names.length === 0) return { sentence: words.say('weighting.none'), basis: null, rows: [] };
  const rows = weighting.areas.map((told, at) => ({ area: areaName(areaIds[at] ?? '', words.language), told }));
  return {
    sentence: sentenceOf(rows, words),
    basis: words.say('weighting.basis', { questions: words.list(names) }),
    rows,
  };
}

function sentenceOf(rows: WeightingInWords['rows'], words: Words): string {
  const moved = rows
    .flatMap(({ area, told }) => (told ? [{ area, by: told.weighted - told.score }] : []))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const [most] = moved;
  if (!most || most.by === 0) return words.say('weighting.same');
  const matters = moved.filter(({ by }) => Math.abs(by) >= smallestDifferenceThatMatters);
  if (matters.length === 0) return words.say('weighting.hardly', { area: most.area, by: Math.abs(most.by) });
  return words.say('weighting.matters', {
    areas: words.list(matters.map(({ area }) => area)),
    most: most.area,
    by: Math.abs(most.by),
    direction: most.by > 0 ? 'higher' : 'lower',
    n: matters.length,
  });
}
