import type { AreaCell, ItemCell, Published, ResponseBand } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import type { Finding } from './finding.ts';
import type { SpeedCounts } from './snapshot-input.ts';

/** Raised with every change that can alter a figure, a level, a decision to publish or a finding. */
export const methodVersion = '1.0.0';

/**
 * A result: one immutable, JSON-serialisable document per peiling. Screen, PDF, XLSX and API read only this.
 * A figure that may not be shown is null, always the same null, whatever the reason.
 */
export interface Snapshot {
  readonly methodVersion: string;
  /** Version of the publication rules that it followed. */
  readonly rulesVersion: string;
  readonly scanId: string;
  readonly form: FormName;
  readonly instrumentVersion: string;
  /** As applied: what was chosen, or the rules' own minimum if that is higher. */
  readonly minimumGroupSize: number;
  /** In the order in which people see them. */
  readonly areaIds: readonly string[];
  /** Parents before children, otherwise in the order of the input. */
  readonly units: readonly UnitResult[];
  readonly whole: WholeResult;
  /** What stands out, heaviest first; see `findingsOf`. */
  readonly findings: readonly Finding[];
}

/** A unit with everything below it. */
export interface UnitResult {
  readonly id: string;
  /** The unit's own id in the organisation, the same from one peiling to the next. */
  readonly sourceUnitId: string;
  readonly parentId: string | null;
  readonly name: string;
  /** 0 for the top. */
  readonly depth: number;
  /** People invited in the unit and everything below it. */
  readonly invited: number;
  /** People who work there, everything below included, as the organisation gave it; null if any part is unknown. */
  readonly headCount: number | null;
  readonly respondents: Published<number> | null;
  readonly responseBand: ResponseBand | null;
  /** The unit itself when it has figures, else the nearest unit above that has; null when nobody has. */
  readonly figuresFrom: string | null;
  /** One per area, in the order of `areaIds`. */
  readonly areas: readonly AreaResult[];
  /** Up to three items with the most favourable answers, best first; empty where items may not be shown. */
  readonly strongestItems: readonly ItemHighlight[];
  /** Up to three with the most unfavourable answers, worst first. Never one that is among the strongest. */
  readonly weakestItems: readonly ItemHighlight[];
}

export interface AreaResult {
  readonly areaId: string;
  readonly cell: Published<AreaCell> | null;
  /** In the order of the form; empty where items may not be shown. */
  readonly items: readonly ItemResult[];
  /** Said in words only, from ten respondents; null when there are fewer. There is no figure behind it here. */
  readonly divided: Published<Divided> | null;
  /** The same area on the items of a smaller form, for comparison with it; from ten respondents. */
  readonly onForms: { readonly [form in FormName]?: Published<AreaCell> };
  /** null in a first peiling. */
  readonly change: AreaChange | null;
}

export interface ItemResult {
  readonly itemId: string;
  readonly cell: Published<ItemCell> | null;
}

export interface ItemHighlight {
  readonly itemId: string;
  readonly areaId: string;
  readonly cell: Published<ItemCell>;
}

/**
 * no: people in the unit answer more or less alike. here: they answer very differently, while elsewhere people of one
 * unit do see the same. everywhere: they answer very differently, and so do most units. somewhere: they answer very
 * differently, and there are too few units to say how that is elsewhere.
 */
export type Divided = 'no' | 'here' | 'everywhere' | 'somewhere';

export type AreaChange = ComparedChange | IncomparableChange;

export interface ComparedChange {
  readonly kind: 'more-than-noise' | 'within-noise';
  /** Now minus before, in whole points. */
  readonly difference: Published<number>;
  /** Differences up to this many points are noise (95 %). */
  readonly noise: Published<number>;
  /** The score before, on the items of `onForm`. */
  readonly before: Published<number>;
  /** The score now, on the items of `onForm`; differs from the cell's score when the forms differ. */
  readonly now: Published<number>;
  /** The smaller of the two forms: only its items are compared. */
  readonly onForm: FormName;
}

export interface IncomparableChange {
  readonly kind: 'not-comparable';
  readonly reason: IncomparableReason;
}

export type IncomparableReason =
  | 'no-figure-now'
  | 'no-figure-before'
  | 'unit-is-new'
  | 'invited-list-unknown'
  | 'invited-list-differs-by-a-few'
  | 'other-questions';

/** About everyone together: the quality of the measurement. */
export interface WholeResult {
  /** From 200 answers; else null, with the reason in `undefined`. */
  readonly reliability: readonly AreaReliability[] | null;
  readonly correlations: CorrelationTable | null;
  /** Whether the areas can be told apart in this organisation. */
  readonly distinctness: Distinctness | null;
  /** Why a figure of this block isn't there. */
  readonly undefined: { readonly reliability?: UndefinedReason; readonly correlations?: UndefinedReason };
  /** Counts of how fast people answered, if the peiling kept them. */
  readonly speed: Published<SpeedCounts> | null;
}

export type UndefinedReason = 'fewer-than-200' | 'single-item-areas' | 'no-variance';

export interface AreaReliability {
  readonly areaId: string;
  readonly n: number;
  readonly alpha: number | null;
  readonly omegaTotal: number | null;
}

export interface CorrelationTable {
  readonly n: number;
  readonly areaIds: readonly string[];
  /** Row by row; null where a correlation is undefined. */
  readonly matrix: readonly (readonly (number | null)[])[];
}

export interface Distinctness {
  readonly areApart: boolean;
  /** Pairs of areas whose correlation, corrected for unreliability, is above the limit. */
  readonly pairs: readonly { readonly areaIds: readonly [string, string]; readonly corrected: number }[];
}
