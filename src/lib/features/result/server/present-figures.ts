import { cutsIn, levelIn, twentyDots } from '@lerend/analysis';
import type { AreaResult, ItemHighlight, Snapshot, UnitResult } from '@lerend/analysis';
import type { AreaCell, Published } from '@lerend/disclosure';
import { areaOf, highestLevelOf, isAreaCode, itemOf, levelNames } from '@lerend/instrument';
import type { AreaCode, Level } from '@lerend/instrument';
import { chartTexts, countDots, levelMarks } from '#lib/design/charts/drawings.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { reportingSentences, wordsIn } from '#lib/report/index.ts';
import type { FigureLine, ResultArea, ResultChange, ResultItem, UnitName } from '../contract.ts';
import { resultMessages } from '../messages.ts';

export const nameOf = (unit: UnitResult): UnitName => ({ id: unit.sourceUnitId, name: unit.name });

/** The level of a cell, or the two that it lies between. */
export function levelsOf(cell: Published<AreaCell>, areaId: AreaCode, snapshot: Snapshot): readonly Level[] {
  const reading = levelIn(snapshot, areaId, cell);
  return reading.kind === 'level' ? [reading.level] : [reading.lower, reading.upper];
}

/** "gewoon", or "tussen begonnen en gewoon" where one level alone would say too much. */
function levelWords(cell: Published<AreaCell>, areaId: AreaCode, snapshot: Snapshot, language: Language): string {
  const [lower = '', upper] = levelsOf(cell, areaId, snapshot).map((level) => levelNames[level].name[language]);
  return upper === undefined ? lower : resultMessages(language)('level-between', { lower, upper });
}

/** The eleven areas of a unit, field by field. */
export function presentAreas(unit: UnitResult, snapshot: Snapshot, language: Language): ResultArea[] {
  return unit.areas.flatMap((result) => {
    const { areaId, cell } = result;
    if (!isAreaCode(areaId)) return [];
    const { shortName, kind } = areaOf(areaId);
    return [
      {
        id: areaId,
        name: shortName[language],
        isDiscipline: kind === 'discipline',
        cell,
        level: cell && levelWords(cell, areaId, snapshot, language),
        chance: cell && chanceWords(cell, areaId, snapshot, language),
        cuts: cutsIn(snapshot, areaId),
        notes: reportingSentences(result, wordsIn(language)),
        shortNotes: shortNotes(result, language),
        change: presentChange(result, language),
      },
    ];
  });
}

function chanceWords(
  cell: Published<AreaCell>,
  areaId: AreaCode,
  snapshot: Snapshot,
  language: Language,
): string | null {
  const marks = levelMarks(language, highestLevelOf(snapshot.form), cutsIn(snapshot, areaId));
  const counted = countDots(twentyDots(cell), marks);
  return counted ? chartTexts(language).dotSentence(counted) : null;
}

/** Low and skewed response hold for all areas of a unit: said once on its page, not in every row. */
function shortNotes({ reporting }: AreaResult, language: Language): string[] {
  const say = resultMessages(language);
  return reporting.reasons.flatMap(({ kind }) =>
    kind === 'divided' || kind === 'not-distinguishable' ? [say(`note-${kind}`)] : [],
  );
}

/** The two questions that a score answers, each with its margin. */
export function presentTwoAnswers(cell: Published<AreaCell>, language: Language): FigureLine[] {
  const say = resultMessages(language);
  const { n, heads, now, climate, centre, band } = cell;
  return [
    {
      term: say('two-now-term'),
      text: say('two-now', { centre: now.centre, band: now.band, n, heads, isAll: n >= heads ? 'yes' : 'no' }),
    },
    {
      term: say('two-climate-term'),
      text: climate === 'none' ? say('two-climate-none') : say('two-climate', { centre, band }),
    },
  ];
}

function presentChange({ change }: AreaResult, language: Language): ResultChange | null {
  if (change === null) return null;
  if (change.kind !== 'not-comparable') return { kind: 'compared', change };
  return { kind: 'not-comparable', sentence: resultMessages(language)(`incomparable-${change.reason}`) };
}

export function presentItems(items: readonly ItemHighlight[], language: Language): ResultItem[] {
  return items.flatMap(({ itemId, areaId, cell }) => {
    const item = itemOf(itemId);
    if (item === undefined || !isAreaCode(areaId)) return [];
    return [{ id: itemId, areaId, areaName: areaOf(areaId).shortName[language], text: item.text[language], cell }];
  });
}
