/** What a report is made of. One list serves paper (blocks.typ) and page (blocks-html.ts): they can't come to differ. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: 'plain' | 'lead' | 'quiet' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'page-break' }
  | TableBlock
  | FigureBlock
  | { readonly kind: 'gauges'; readonly gauges: readonly Gauge[] };

/** A small gauge with its words beside it. */
export interface Gauge {
  readonly svg: string;
  readonly alt: string;
  readonly title: string;
  readonly level: string;
  readonly score: string;
  readonly lines: readonly string[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  /** The first column names the row; the others are figures unless said otherwise. */
  readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[];
  readonly rows: readonly (readonly string[])[];
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly svg: string;
  /** What someone who can't see the figure gets to know from it. */
  readonly alt: string;
  readonly caption: string;
}

export interface BlockDocument {
  readonly title: string;
  readonly author: string;
  readonly language: 'nl' | 'en';
  /** The small line above the heading. */
  readonly kicker: string;
  /** The finding, as a sentence. */
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly foot: string;
  readonly pageOf: string;
}

export const paragraph = (text: string, tone: 'plain' | 'lead' | 'quiet' = 'plain'): Block => ({
  kind: 'paragraph',
  text,
  tone,
});
export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
