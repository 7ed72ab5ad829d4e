import type { ResultScan } from '#lib/features/result/contract.ts';

/** How well a peiling measured, for the whole organisation. */
export interface QualityPage {
  readonly scan: ResultScan;
  /** The finding, as a sentence. */
  readonly heading: string;
  readonly reliability: ReliabilityPart;
  readonly alike: AlikePart;
  /** How the form was filled in, a sentence each; empty when nothing was counted. */
  readonly filledIn: readonly string[];
}

export interface ReliabilityPart {
  /** What the table says, or why there is none. */
  readonly sentence: string;
  readonly areas: readonly AreaQuality[];
}

export interface AreaQuality {
  readonly name: string;
  /** "goed", "genoeg voor een groep", …; what alpha and omega come down to. */
  readonly verdict: string;
  readonly n: string;
  readonly alpha: string;
  readonly omega: string;
}

export interface AlikePart {
  /** What one may and may not read from a difference between two areas here. */
  readonly sentence: string;
  /** Pairs of areas that can't be told apart, as sentences. */
  readonly pairs: readonly string[];
  /** Correlations between the areas; null when there are too few answers. */
  readonly table: { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
}
