import type { Snapshot } from '@lerend/analysis';
import { areas, levelDescription, levelNames, levels } from '@lerend/instrument';
import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { areaName, figuresUnit, levelWords, unitOf } from '../result/area-words.ts';
import { compilePdf } from '../typst/compile.ts';

/** Forty-five minutes; the parts in the order in which a team goes through them. */
export const conversationParts = [
  { id: 'place', minutes: 10 },
  { id: 'reveal', minutes: 8 },
  { id: 'why', minutes: 12 },
  { id: 'choose', minutes: 8 },
  { id: 'agree', minutes: 7 },
] as const;

export interface ConversationSheet {
  readonly organisation: string;
  readonly unit: string;
  readonly scanTitle: string;
  /** The day of the conversation, ISO; null leaves a line to write it on. */
  readonly date: string | null;
  /** What stands behind the fold; null when there has been no peiling, or the team wants to do without. */
  readonly result: { readonly snapshot: Snapshot; readonly unitId: string } | null;
}

function panel(result: ConversationSheet['result'], words: Words) {
  if (result === null) return { note: words.say('sheet.noResult'), rows: [] };
  const { snapshot, unitId } = result;
  const unit = unitOf(snapshot, unitId);
  const shown = figuresUnit(snapshot, unit);
  if (shown === null) return { note: words.say('sheet.noFigure', { unit: unit.name }), rows: [] };
  return {
    note:
      shown === unit
        ? words.say('sheet.own', { unit: unit.name })
        : words.say('sheet.parent', { unit: unit.name, parent: shown.name }),
    rows: shown.areas.map(({ areaId, cell }) => ({
      area: areaName(areaId, words.language),
      level: cell === null ? words.say('result.noFigure') : levelWords(snapshot, areaId, cell, words),
      score: cell === null ? '' : words.number(cell.score),
    })),
  };
}

export function conversationView(sheet: ConversationSheet, words: Words) {
  const { language } = words;
  return {
    title: words.say('sheet.title', { unit: sheet.unit }),
    author: sheet.organisation,
    language,
    heading: words.say('sheet.heading'),
    kicker: words.say('sheet.kicker', { unit: sheet.unit, scan: sheet.scanTitle }),
    date: words.say('sheet.date', { date: sheet.date === null ? '' : words.date(sheet.date) }).trim(),
    parts: conversationParts.map(({ id, minutes }, index) => ({
      name: `${index + 1}. ${words.say(`sheet.${id}`)}`,
      minutes: words.say('sheet.minutes', { minutes }),
      how: words.say(`sheet.${id}How`),
    })),
    area: words.say('result.area'),
    levels: levels.map((level) => ({
      name: levelNames[level].name[language],
      meaning: levelNames[level].meaning[language],
    })),
    areas: areas.map(({ code, shortName }) => ({
      name: shortName[language],
      levels: levels.map((level) => levelDescription(code, level)[language]),
    })),
    fold: words.say('sheet.fold'),
    panel: panel(sheet.result, words),
    fields: (['who', 'when', 'notice', 'lookBack'] as const).map((field) => words.say(`sheet.${field}`)),
    enter: words.say('sheet.enter'),
  };
}

/** The teamgesprek of 45 minutes on one A3: place yourselves, look, why, choose, agree. */
export async function renderConversationSheet(
  sheet: ConversationSheet,
  { language }: { language: Language },
): Promise<Uint8Array> {
  return compilePdf('conversation-sheet/conversation-sheet.typ', conversationView(sheet, wordsIn(language)));
}
