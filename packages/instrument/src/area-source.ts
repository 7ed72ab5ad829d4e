import type { Area } from './area.ts';
import type { Localised } from './language.ts';
import type { Level } from './level.ts';
import type { Referent } from './referent.ts';

/**
 * How widely an item is used: `full` in the full form and in parts only; `every-form` in all four (the area's one
 * item in the pulse); `improvement` in all but the pulse, as the area's improvement item.
 */
export type ItemUse = 'full' | 'every-form' | 'improvement';

/** An item as its area's file writes it down; `items.ts` adds the area, the forms and the language record. */
export type ItemSource = {
  readonly id: string;
  readonly facet: string;
  readonly referent: Referent;
  readonly use: ItemUse;
  readonly text: Localised;
};

/**
 * Everything that one area's file holds: the area, the items about it in the order of the form, and for each level
 * two sentences on what one sees and hears at work.
 */
export type AreaSource = {
  readonly area: Area;
  readonly items: readonly ItemSource[];
  readonly levelDescriptions: Readonly<Record<Level, Localised>>;
};
