import type { ItemCell, Published } from '@lerend/disclosure';
import { chartTexts, localPercentage } from './chart-texts.ts';
import type { ChartLanguage } from './chart-texts.ts';
import { controlFace, palette } from './palette.ts';
import { drawing, element, label, together } from './svg.ts';
import type { Svg } from './svg.ts';

export interface ItemClassesInput {
  id: string;
  /** The question as it was asked. */
  title: string;
  cell: Published<ItemCell> | null;
  language: ChartLanguage;
}

const classes = ['unfavourable', 'middle', 'favourable'] as const;
const colours = { unfavourable: palette.low, middle: palette.middle, favourable: palette.high };

/** "12 % nooit of zelden, 30 % soms, 58 % vaak of altijd", part by part. */
export function itemClassWords(
  cell: Published<ItemCell>,
  language: ChartLanguage,
): { id: string; share: string; words: string }[] {
  const texts = chartTexts(language);
  return classes.map((id) => ({ id, share: localPercentage(cell[id], language), words: texts[id] }));
}

function description(cell: Published<ItemCell> | null, language: ChartLanguage): string {
  if (cell === null) return chartTexts(language).noFigureSentence;
  return `${itemClassWords(cell, language)
    .map(({ share, words }) => `${share} ${words}`)
    .join(', ')}.`;
}

/** Three classes in one bar from low to high, with a ditch of paper between; without a figure an empty outline. */
function bar(cell: Published<ItemCell> | null, width: number, height: number, top: number): Svg {
  if (cell === null) {
    return element('rect', {
      class: 'item-empty',
      x: 0.5,
      y: top + 0.5,
      width: width - 1,
      height: height - 1,
      fill: 'none',
      stroke: palette.rule,
    });
  }
  let start = 0;
  const parts = classes.map((id) => {
    const wide = (cell[id] / 100) * width;
    const part = element('rect', {
      class: `item-${id}`,
      x: start,
      y: top,
      width: Math.max(0, wide - 1.5),
      height,
      fill: colours[id],
    });
    start += wide;
    return part;
  });
  return together(parts);
}

/** The bar alone; its words stand beside it on the page. */
export function itemClassesBar({ id, title, cell, language }: ItemClassesInput): Svg {
  return drawing(
    {
      id,
      title,
      description: description(cell, language),
      width: 600,
      height: 12,
      className: 'item-bar',
      stretches: true,
    },
    bar(cell, 600, 12, 0),
  );
}

/** Bar and words in one drawing, for documents. */
export function itemClassesChart(input: ItemClassesInput & { isStandalone?: boolean }): Svg {
  const { id, title, cell, language, isStandalone } = input;
  const words = description(cell, language);
  return drawing(
    { id, title, description: words, width: 600, height: 36, className: 'item-bar', isStandalone },
    bar(cell, 600, 12, 0),
    label(words, {
      class: 'gauge-number',
      x: 0,
      y: 30,
      'font-size': 13,
      'font-family': controlFace,
      fill: palette.soft,
    }),
  );
}
