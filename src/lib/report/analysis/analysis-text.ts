import type { Palette } from '../charts/plot-svg.ts';
import type { Words } from '../language.ts';

/** Names for what the contract calls by id. An id without a name stands as it is. */
export interface AnalysisNames {
  readonly instrument?: string;
  readonly scales?: Readonly<Record<string, string>>;
  readonly items?: Readonly<Record<string, string>>;
}

export interface AnalysisText {
  readonly words: Words;
  readonly palette: Palette;
  scaleName(id: string): string;
  itemName(id: string): string;
  /** A number in the reader's way; an undefined one is a dash, never a nought. */
  figure(value: number | null | undefined, decimals: number): string;
  interval(bounds: readonly [number, number] | null | undefined, decimals: number): string;
}

const NO_FIGURE = '–';

export function analysisText(words: Words, names: AnalysisNames, palette: Palette): AnalysisText {
  const figure: AnalysisText['figure'] = (value, decimals) =>
    value === null || value === undefined ? NO_FIGURE : words.number(value, decimals);
  return {
    words,
    palette,
    figure,
    scaleName: (id) => names.scales?.[id] ?? id,
    itemName: (id) => names.items?.[id] ?? id,
    interval: (bounds, decimals) =>
      bounds ? words.say('analysis.range', { low: figure(bounds[0], decimals), high: figure(bounds[1], decimals) }) : NO_FIGURE,
  };
}
