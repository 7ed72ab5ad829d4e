import type { AreaCell, Published } from '@lerend/disclosure';
import type { AreaCode, FormName } from '@lerend/instrument';

/** What would leave, figure by figure, before it does. */
export interface AggregatePreview {
  readonly scanId: string;
  readonly scanTitle: string;
  /** null: fewer than 200 people answered, so nothing leaves. */
  readonly leaves: {
    readonly form: FormName;
    readonly year: number;
    readonly answers: { readonly from: number; readonly to: number };
    readonly forms: readonly FormName[];
    readonly areas: readonly { readonly name: string; readonly scores: readonly (number | null)[] }[];
    readonly hasCorrelations: boolean;
    /** The file itself, letter for letter. */
    readonly text: string;
  } | null;
}

export interface PoolHere {
  readonly organisations: number;
  readonly years: { readonly from: number; readonly to: number };
  readonly importedOn: string;
  readonly by: string;
}

export interface ExchangePage {
  /** Of the last results that everyone may read, the last one first; [] when there are none. */
  readonly previews: readonly AggregatePreview[];
  readonly poolHere: PoolHere | null;
  readonly fewestAnswers: number;
  /** Nothing leaves or enters the example organisation. */
  readonly isExample: boolean;
}

/** The own result of everyone together beside a pool, on the items that both have. */
export interface PoolBeside {
  readonly organisations: number;
  readonly years: { readonly from: number; readonly to: number };
  readonly form: FormName;
  readonly areas: readonly {
    readonly id: AreaCode;
    readonly name: string;
    readonly own: Published<AreaCell>;
    readonly mean: number;
    readonly spread: number;
    readonly organisations: number;
  }[];
}
