import type { AskingOption } from './other-columns.ts';

/** One thing wrong with what was given, and where. What it is called in words stands in `fault-sentences.ts`. */
export interface Fault {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly problem: Problem;
}

export type Problem =
  | { readonly kind: 'notReadable'; readonly code: string }
  | { readonly kind: 'empty' | 'binary' | 'noRows' | 'notUtf8' | 'unclosedQuote' | 'textAfterQuote' | 'gapInUnits' }
  | { readonly kind: 'missingColumn' | 'missingGroupColumn' | 'repeatedColumn' | 'groupIsItem' }
  | { readonly kind: 'missingAskedColumn'; readonly option: AskingOption }
  | { readonly kind: 'repeatedKey'; readonly text: string; readonly firstLine: number }
  | { readonly kind: 'cellCount'; readonly expected: number; readonly found: number }
  | { readonly kind: 'notNumber' | 'notWhole'; readonly text: string }
  | { readonly kind: 'outOfRange'; readonly text: string; readonly min: number; readonly max: number }
  | { readonly kind: 'notJson'; readonly detail: string }
  | { readonly kind: 'instrument'; readonly path: string; readonly nl: string; readonly en: string }
  | { readonly kind: 'noHeads' | 'ambiguousUnit'; readonly unit: string }
  | { readonly kind: 'headsNotWhole'; readonly unit: string }
  | { readonly kind: 'fewerHeads'; readonly unit: string; readonly heads: number; readonly answers: number }
  | { readonly kind: 'populationShape' | 'marginsShape' }
  | { readonly kind: 'marginCount'; readonly text: string }
  | { readonly kind: 'marginSums'; readonly first: string; readonly firstSum: number; readonly sum: number }
  | { readonly kind: 'valueOutsideMargin'; readonly text: string; readonly margins: string }
  | { readonly kind: 'valueNobodyGave'; readonly text: string; readonly answers: string };

/** How many faults are named; more of them teach nothing new. */
export const NAMED_FAULTS = 20;

/** Collects faults: the first ones in full, of the rest the number. */
export class FaultList {
  readonly named: Fault[] = [];
  total = 0;

  add(fault: Fault): void {
    this.total += 1;
    if (this.named.length < NAMED_FAULTS) this.named.push(fault);
  }
}
