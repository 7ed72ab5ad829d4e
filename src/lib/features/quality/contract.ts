import type { ResultScan } from '#lib/features/result/contract.ts';

/** How well a peiling measured, for the whole organisation. */
export interface QualityPage {
  readonly scan: ResultScan;
  /** The finding, as a sentence. */
  readonly heading: string;
  readonly reliability: ReliabilityPart;
  readonly alike: AlikePart;
  /** What goes together with the outcomes that the form asked about; empty when it asked about none. */
  readonly drivers: DriversPart;
  /** How many units may be expected on the level that stands beside them; null with fewer than five on every area. */
  readonly sorting: SortingPart | null;
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

export interface DriversPart {
  /** Why there is nothing to see; null when there is. */
  readonly missing: string | null;
  readonly outcomes: readonly OutcomeDriversPart[];
}

export interface OutcomeDriversPart {
  readonly name: string;
  readonly sentence: string;
  readonly caption: string;
  readonly areas: readonly { readonly name: string; readonly share: string; readonly interval: string }[];
}

/** How well the units together are sorted into levels. */
export interface SortingPart {
  readonly sentence: string;
  readonly areas: readonly {
    readonly name: string;
    readonly accuracy: string;
    readonly consistency: string;
    readonly namedAlone: string;
  }[];
}
