import type { Snapshot } from '@lerend/analysis';
import type { Block, BlockDocument } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { compilePdf } from '../typst/compile.ts';
import { figuresUnit, unitOf } from './area-words.ts';
import { resultHeading } from './finding-sentence.ts';
import { profileBlocks } from './profile-blocks.ts';
import { certaintyBlocks, changeBlocks, findingBlocks, gaugeBlocks, itemBlocks } from './result-blocks.ts';

export interface ResultOptions {
  readonly language: Language;
  /** Of the snapshot's own units; null is the whole organisation. */
  readonly unitId: string | null;
  readonly organisation: string;
  readonly scanTitle: string;
  /** The day of the result, ISO. */
  readonly date: string;
}

/** A unit without figures of its own: whose figures these are, and what the team can do all the same. */
function withoutFigure(unit: string, parent: string | null, words: Words): Block[] {
  return [
    paragraph(
      words.say('result.without', { unit, from: parent === null ? 'nobody' : 'parent', parent: parent ?? '' }),
      'lead',
    ),
    heading(words.say('result.insteadHeading')),
    {
      kind: 'list',
      items: [words.say('result.insteadPlace'), words.say('result.insteadParent'), words.say('result.insteadStep')],
    },
  ];
}

export function resultReport(snapshot: Snapshot, options: ResultOptions): BlockDocument {
  const { language, unitId, organisation, scanTitle, date } = options;
  const words = wordsIn(language);
  const unit = unitOf(snapshot, unitId);
  const shown = figuresUnit(snapshot, unit);
  const isOwn = shown === unit;
  return {
    title: words.say('result.title', { unit: unit.name, scan: scanTitle }),
    author: organisation,
    language,
    kicker: words.say('result.kicker', { unit: unit.name, scan: scanTitle, date: words.date(date) }),
    heading: resultHeading(snapshot, unitId, words),
    blocks: [
      ...(isOwn ? findingBlocks(unit, snapshot, words) : withoutFigure(unit.name, shown?.name ?? null, words)),
      ...(shown ? gaugeBlocks(shown, snapshot, words) : []),
      ...(isOwn ? [...changeBlocks(unit, snapshot, words), ...itemBlocks(unit, words)] : []),
      ...(unit.depth === 0 ? profileBlocks(snapshot, words) : []),
      ...certaintyBlocks(unit, snapshot, words),
    ],
    foot: words.say('result.foot', { scan: scanTitle, unit: unit.name, organisation }),
    pageOf: words.say('pageOf'),
  };
}

/** The uitslag of the organisation or of one unit as a tagged PDF: only what the snapshot shows. */
export async function renderResult(snapshot: Snapshot, options: ResultOptions): Promise<Uint8Array> {
  return compilePdf('blocks/report.typ', resultReport(snapshot, options));
}
