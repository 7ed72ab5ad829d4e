import type { ContractDocument } from '@lerend/analysis';
import type { Palette } from '../charts/plot-svg.ts';
import type { Words } from '../language.ts';

/** The words of the items by id; the document has only ids. An id without words stands as it is. */
export type ItemTexts = Readonly<Record<string, string>>;

export interface AnalysisText {
  readonly words: Words;
  readonly palette: Palette;
  scaleName(id: string): string;
  itemName(id: string): string;
  /** A number in the reader's way; an undefined one is a dash, never a nought. */
  figure(value: number | null | undefined, decimals: number): string;
  interval(bounds: readonly [number, number] | null | undefined, decimals: number): string;
}

/** The scales of the built-in questionnaire have names in small letters; a heading begins with a capital. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const NO_FIGURE = '–';

export function analysisText(
  words: Words,
  document: Pick<ContractDocument, 'scales'>,
  itemTexts: ItemTexts,
  palette: Palette,
): AnalysisText {
  const figure: AnalysisText['figure'] = (value, decimals) =>
    value === null || value === undefined ? NO_FIGURE : words.number(value, decimals);
  const titles = new Map(document.scales.map(({ id, title }) => [id, title[words.language]]));
  return {
    words,
    palette,
    figure,
    scaleName: (id) => titles.get(id) ?? id,
    itemName: (id) => itemTexts[id] ?? id,
    interval: (bounds, decimals) =>
      bounds
        ? words.say('analysis.range', { low: figure(bounds[0], decimals), high: figure(bounds[1], decimals) })
        : NO_FIGURE,
  };
}
