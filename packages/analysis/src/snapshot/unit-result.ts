import type { AreaCell, ItemCell, Published, ResponseBand } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import type { Mark } from './marks.ts';
import type { AreaReporting } from './reporting.ts';

/** With which unit above them the people of a unit are counted, decided by head counts before the first answer. */
export interface CountedWith {
  readonly groupId: string;
  /** direct: only those who work directly in the unit; its figures are of the units inside it. */
  readonly part: 'whole' | 'direct';
}

/** A unit with everything below it, as far as its people are counted there. */
export interface UnitResult {
  readonly id: string;
  /** The unit's own id in the organisation, the same from one peiling to the next. */
  readonly sourceUnitId: string;
  readonly parentId: string | null;
  readonly name: string;
  /** 0 for the top. */
  readonly depth: number;
  /** Absent when its people are counted under itself. */
  readonly countedWith?: CountedWith;
  /** People invited who are counted here or below; of a unit that is counted elsewhere as a whole, those invited in it. */
  readonly invited: number;
  /** People who work there, counted as those invited; as the organisation gave it, null if any part is unknown. */
  readonly headCount: number | null;
  readonly respondents: Published<number> | null;
  readonly responseBand: ResponseBand | null;
  /**
   * The unit itself when it has figures, else the nearest unit above that has (of a unit that is counted elsewhere: from
   * there on upwards); null when nobody has.
   */
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
  /** May this be reported, and what must be said beside it? */
  readonly reporting: AreaReporting;
  /** Against the nearest unit above that has a figure on this area; null where there is none, or no figure here. */
  readonly comparison: AreaComparison | null;
  /** In the order of the form; empty where items may not be shown. */
  readonly items: readonly ItemResult[];
  /** Said in words only, from ten respondents; null when there are fewer. There is no figure behind it here. */
  readonly divided: Published<Divided> | null;
  /** The same area on the items of a smaller form, for comparison with it; from ten respondents. */
  readonly onForms: { readonly [form in FormName]?: Published<AreaCell> };
  /** null in a first peiling. */
  readonly change: AreaChange | null;
}

export interface AreaComparison {
  /** Id of the unit above. */
  readonly comparedWith: string;
  /** This score minus that of the unit above, in whole points. */
  readonly difference: Published<number>;
  /** Differences up to this many points are noise among so many comparisons, or too small to matter. */
  readonly noise: Published<number>;
  /** The only ground for a colour or a word like "hoger". */
  readonly mark: Published<Mark> | null;
}

export interface ItemResult {
  readonly itemId: string;
  readonly cell: Published<ItemCell> | null;
  /** The share of favourable answers against the nearest unit above that shows the item; null: no difference to see. */
  readonly mark: Published<Mark> | null;
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
  /** within-noise: it may be chance among so many changes, or it is too small to matter. */
  readonly kind: 'more-than-noise' | 'within-noise';
  /** Now minus before, in whole points. */
  readonly difference: Published<number>;
  /** Differences up to this many points are noise among so many changes, or too small to matter. */
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
