import { publicationRules, publishedValue } from '@lerend/disclosure';
import { areaOf } from '@lerend/instrument';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { PilotOutcome, ResearchPage, RowExport } from '../contract.ts';
import { researchMessages } from '../messages.ts';

/** Enough for comparing groups in research: Nunnally & Bernstein (1994), Psychometric Theory, p. 264–265. */
const enoughForGroups = 0.7;

/** The finding: on how many areas the questions measure well enough, or why that can't be said. */
export function researchHeading({ scan, rows, areas, resultOn }: ResearchPage, language: Language): string {
  const say = researchMessages(language);
  const { title } = scan;
  if (rows === null) return say('heading-waiting', { title });
  if (rows === 'few') return say('heading-few', { title });
  if (areas === null) return say('heading-later', { day: resultOn && formatDay(resultOn, language) });
  const known = publishedValue(areas);
  if (known.every(({ items }) => items === 1)) return say('heading-single', { title });
  return say('heading-known', { good: known.filter(({ alpha }) => (alpha ?? 0) >= enoughForGroups).length });
}

export function researchLead(
  { scan, rows, research, respondents, erasedOn }: ResearchPage,
  language: Language,
): string {
  const say = researchMessages(language);
  if (rows === null) return say('lead-waiting');
  if (rows === 'few') return say('lead-few', { least: publicationRules.minimumForResearchRows });
  return say(rows === 'kept' ? 'lead-kept' : 'lead-erased', {
    n: respondents,
    title: scan.title,
    researcher: research.researcher,
    day: formatDay(erasedOn ?? research.keptUntil, language),
  });
}

export interface QualityLine {
  readonly area: string;
  readonly items: number;
  readonly alpha: string;
  readonly interval: string;
  readonly dontKnow: number;
  readonly hasAlpha: boolean;
}

/** One line an area, in the reader's numbers. */
export function qualityLines(areas: NonNullable<PilotOutcome['areas']>, language: Language): readonly QualityLine[] {
  const say = researchMessages(language);
  const figure = (value: number): string =>
    value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '−');
  return publishedValue(areas).map(({ areaId, items, alpha, alphaLow, alphaHigh, dontKnow }) => ({
    area: areaOf(areaId).shortName[language],
    items,
    alpha: alpha === null ? say('no-figure') : figure(alpha),
    interval:
      alphaLow === null || alphaHigh === null
        ? '–'
        : say('from-to', { low: figure(alphaLow), high: figure(alphaHigh) }),
    dontKnow,
    hasAlpha: alpha !== null,
  }));
}

export function exportSentence({ on, by, format }: RowExport, language: Language): string {
  return researchMessages(language)('export-line', { day: formatDay(on, language), by, format });
}

/** What became of the rows, for whoever answered. */
export function rowsSentence({ rows, research, erasedOn }: PilotOutcome, language: Language): string {
  return researchMessages(language)(`outcome-rows-${rows ?? 'waiting'}`, {
    day: formatDay(erasedOn ?? research.keptUntil, language),
    researcher: research.researcher,
  });
}
