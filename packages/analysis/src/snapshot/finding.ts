import type { AreaCell, ItemCell, Published } from '@lerend/disclosure';
import type { Referent } from '@lerend/instrument';
import type { Divided, ItemHighlight } from './unit-result.ts';

/**
 * Something that stands out in a result, as data: a screen makes the sentence, the plan makes a proposal and keeps the
 * id, so that a step can be traced back (answer → finding → rule → step).
 */
export type Finding = FindingPlace & FindingDetail;

export interface FindingPlace {
  /** Stable within a snapshot: `kind:unitId:areaId`, with `-` for no area and `:itemId` behind where it is about an item. */
  readonly id: string;
  readonly unitId: string;
  readonly areaId: string | null;
  /** From 0 to 1, for putting findings of one unit in order: how far it stands out, against how sure that is. */
  readonly weight: number;
}

export type FindingKind = FindingDetail['kind'];

export type FindingDetail =
  /** The areas with the highest and the lowest score. `clear`: apart from the unit's own middle by more than noise. */
  | { readonly kind: 'strongest-area' | 'weakest-area'; readonly cell: Published<AreaCell>; readonly clear: boolean }
  /** Only where the area's comparison has a mark; `difference` is its own. */
  | {
      readonly kind: 'unit-above-parent' | 'unit-below-parent';
      readonly cell: Published<AreaCell>;
      /** The nearest unit above that has a figure. */
      readonly comparedWith: string;
      readonly parentCell: Published<AreaCell>;
      /** Score minus the score of `comparedWith`. */
      readonly difference: Published<number>;
    }
  | {
      readonly kind: 'divided';
      readonly cell: Published<AreaCell>;
      readonly pattern: Exclude<Divided, 'no'>;
      /** As in the area's reporting. */
      readonly referents: readonly Referent[];
    }
  | { readonly kind: 'many-dont-know'; readonly items: readonly ItemHighlight[] }
  | {
      readonly kind: 'rose' | 'fell';
      readonly difference: Published<number>;
      readonly before: Published<number>;
      readonly now: Published<number>;
    }
  | { readonly kind: 'strong-item' | 'weak-item'; readonly itemId: string; readonly cell: Published<ItemCell> }
  | { readonly kind: 'low-response'; readonly respondents: Published<number>; readonly invited: number }
  /** Areas that people here answer in nearly the same way, so that a difference between them says little. */
  | { readonly kind: 'not-distinguishable'; readonly areaIds: readonly string[] }
  /** No figure for this unit. `figuresFrom`: the nearest unit above that has one; null when nobody has. */
  | { readonly kind: 'no-figure'; readonly figuresFrom: string | null };
