import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { paperPalette } from '../charts/plot-svg.ts';
import { wordsIn } from '../language.ts';
import type { Language } from '../language.ts';
import { analysisText } from './analysis-text.ts';
import type { AnalysisText } from './analysis-text.ts';

type Warning = ContractDocument['warnings'][number];

function sentence(warning: Warning, { words, scaleName, itemName }: AnalysisText): string {
  if (warning.kind === 'identicalItems') {
    const [first, second] = warning.items;
    return words.say('analysis.warnings.identical', { first: itemName(first), second: itemName(second) });
  }
  const { scale, items, turned, isWholeScale } = warning;
  return words.say('analysis.warnings.reversed', {
    scale: scaleName(scale),
    items: words.list(items.map(itemName)),
    count: items.length,
    turned: turned.length,
    turnedItems: words.list(turned.map(itemName)),
    whole: isWholeScale ? 'yes' : 'no',
  });
}

/** What to do about items that the instrument doesn't turn round yet: once, however many there are. */
function advice(warnings: readonly Warning[], { words }: AnalysisText): string[] {
  const isNeeded = warnings.some((warning) => warning.kind === 'perhapsReversed' && warning.turned.length === 0);
  return isNeeded ? [words.say('analysis.warnings.advice')] : [];
}

/** What looks like a mistake in the file or the instrument, before anything else is read. */
export function warningBlocks({ warnings }: ContractDocument, text: AnalysisText): Block[] {
  if (warnings.length === 0) return [];
  const { words } = text;
  return [
    heading(words.say('analysis.warnings.heading')),
    { kind: 'list', items: warnings.map((warning) => sentence(warning, text)) },
    paragraph([...advice(warnings, text), words.say('analysis.warnings.unchanged')].join(' '), 'quiet'),
  ];
}

/** The same sentences for a terminal. */
export function warningSentences(document: ContractDocument, language: Language): string[] {
  const text = analysisText(wordsIn(language), document, {}, paperPalette);
  const { warnings } = document;
  return [...warnings.map((warning) => sentence(warning, text)), ...advice(warnings, text)];
}
