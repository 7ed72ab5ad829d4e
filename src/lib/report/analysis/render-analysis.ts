import type { ContractDocument } from '@lerend/analysis';
import type { BlockDocument } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { htmlOfBlocks } from '../blocks/blocks-html.ts';
import type { Palette } from '../charts/plot-svg.ts';
import { paperPalette, screenPalette } from '../charts/plot-svg.ts';
import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { compilePdf } from '../typst/compile.ts';
import { agreementBlocks } from './agreement-blocks.ts';
import { analysisText, capital } from './analysis-text.ts';
import type { AnalysisText, ItemTexts } from './analysis-text.ts';
import { changeBlocks } from './change-blocks.ts';
import { difBlocks } from './dif-blocks.ts';
import { distinctBlocks } from './distinct-blocks.ts';
import { driversBlocks } from './drivers-blocks.ts';
import { groupBlocks } from './group-blocks.ts';
import { correlationBlocks, itemBlocks } from './item-blocks.ts';
import { invarianceBlocks } from './invariance-blocks.ts';
import { modelBlocks } from './model-blocks.ts';
import { planBlocks } from './plan-blocks.ts';
import { scaleBlocks } from './scale-blocks.ts';
import { undefinedBlocks } from './undefined-blocks.ts';
import { warningBlocks } from './warning-blocks.ts';
import { weightingBlocks } from './weighting-blocks.ts';

export interface AnalysisOptions {
  readonly language: Language;
  readonly format: 'html' | 'pdf';
  /** The words of the items by id, where they are known. */
  readonly itemTexts?: ItemTexts;
}

function finding({ scales, respondents }: ContractDocument, text: AnalysisText): string {
  const { words } = text;
  const measured = scales.filter(({ mean }) => mean !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, worst] = [measured[0], measured.at(-1)];
  if (!best || !worst) return words.say('analysis.finding.none', { count: words.number(respondents) });
  if (best === worst) {
    return words.say(best.ci95 ? 'analysis.finding.one' : 'analysis.finding.oneBare', {
      scale: text.scaleName(best.id),
      mean: text.figure(best.mean, 2),
      low: text.figure(best.ci95?.[0], 2),
      high: text.figure(best.ci95?.[1], 2),
    });
  }
  return words.say('analysis.finding.several', { best: text.scaleName(best.id), worst: text.scaleName(worst.id) });
}

function lead({ respondents, items, scales, groups }: ContractDocument, words: Words): string {
  const counts = words.say('analysis.lead', {
    respondents,
    items: items.length,
    scales: scales.length,
    groups: groups.length,
  });
  const [range, ...others] = new Set(scales.map(({ response }) => `${response.min} ${response.max}`));
  const response = scales[0]?.response;
  if (range === undefined || others.length > 0 || response === undefined) return counts;
  return `${counts} ${words.say('analysis.leadRange', { min: response.min, max: response.max })}`;
}

function analysisReport(
  document: ContractDocument,
  language: Language,
  itemTexts: ItemTexts,
  palette: Palette,
): BlockDocument {
  const words = wordsIn(language);
  const text = analysisText(words, document, itemTexts, palette);
  const instrument = document.instrumentTitle[language];
  return {
    title: words.say('analysis.title', { instrument }),
    author: 'Lerend',
    language,
    kicker: words.say('analysis.kicker', { instrument }),
    heading: capital(finding(document, text)),
    blocks: [
      paragraph(lead(document, words), 'lead'),
      ...warningBlocks(document, text),
      ...scaleBlocks(document, text),
      ...agreementBlocks(document, text),
      ...groupBlocks(document, text),
      ...planBlocks(document, text),
      ...correlationBlocks(document, text),
      ...distinctBlocks(document, text),
      ...modelBlocks(document, text),
      ...invarianceBlocks(document, text),
      ...weightingBlocks(document, text),
      ...changeBlocks(document, text),
      ...driversBlocks(document, text),
      ...itemBlocks(document, text),
      ...difBlocks(document, text),
      ...undefinedBlocks(document, text),
      heading(words.say('analysis.notes.heading')),
      {
        kind: 'list',
        items: [
          words.say('analysis.notes.score'),
          words.say('analysis.notes.interval'),
          words.say('analysis.notes.alpha'),
          words.say('analysis.notes.agreement'),
          words.say('analysis.notes.model'),
          ...(document.invariance === undefined ? [] : [words.say('analysis.notes.invariance')]),
          ...(document.drivers === undefined ? [] : [words.say('analysis.notes.drivers')]),
          ...(document.dif === undefined ? [] : [words.say('analysis.notes.dif', { test: document.dif.test })]),
          ...(document.weighting === undefined ? [] : [words.say('analysis.notes.weighting')]),
          ...(document.change === undefined ? [] : [words.say('analysis.notes.change')]),
          words.say('analysis.notes.undefined'),
        ],
      },
    ],
    foot: words.say('analysis.foot', { instrument }),
    pageOf: words.say('pageOf'),
  };
}

/** The report of `lerend analyse` on any file: one HTML page that asks for nothing outside itself, or a tagged PDF. */
export async function renderAnalysis(document: ContractDocument, options: AnalysisOptions): Promise<Uint8Array> {
  const { language, format, itemTexts = {} } = options;
  if (format === 'html') {
    return new TextEncoder().encode(await htmlOfBlocks(analysisReport(document, language, itemTexts, screenPalette)));
  }
  return compilePdf('blocks/report.typ', analysisReport(document, language, itemTexts, paperPalette));
}
