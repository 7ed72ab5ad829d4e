import type { Published } from '@lerend/disclosure';
import type { AreaCode } from '@lerend/instrument';
import type { Research } from '#lib/features/scan/contract.ts';

export type RowFormat = 'csv' | 'sav';

/** How well one area's questions measured, for everyone together. */
export interface AreaQuality {
  readonly areaId: AreaCode;
  readonly items: number;
  /** People with a score: who answered at least half of the items. */
  readonly n: number;
  /** Alpha over pairs in two decimals, with Feldt's 95 % interval; null where it is undefined. */
  readonly alpha: number | null;
  readonly alphaLow: number | null;
  readonly alphaHigh: number | null;
  /** Whole per cent of the answers that were "weet ik niet". */
  readonly dontKnow: number;
}

/** Somebody took the rows out. */
export interface RowExport {
  readonly format: RowFormat;
  readonly by: string;
  readonly on: string;
}

/** What became of a pilot that was counted: the same for its respondents and in the organisation. */
export interface PilotOutcome {
  readonly research: Research;
  /** The promised day; until then respondents read no figures. */
  readonly resultOn: string | null;
  /** Null while it isn't counted. `few`: fewer than fifty answered, nothing was kept. */
  readonly rows: 'kept' | 'few' | 'erased' | null;
  readonly erasedOn: string | null;
  readonly respondents: Published<number> | null;
  readonly areas: Published<readonly AreaQuality[]> | null;
  /** The last one first. */
  readonly exports: readonly RowExport[];
}

export interface ResearchPage extends PilotOutcome {
  readonly scan: { readonly id: string; readonly title: string };
  readonly mayExport: boolean;
}
