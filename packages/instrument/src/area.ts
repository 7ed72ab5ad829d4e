import type { Localised } from './language.ts';

/** The eleven areas: five disciplines (Senge), then six success areas (Bersin & Associates). */
export const areaCodes = [
  'shared-vision',
  'mental-models',
  'personal-mastery',
  'team-learning',
  'systems-thinking',
  'trust',
  'learning-value',
  'recognition',
  'knowledge',
  'reflection',
  'support',
] as const;

/** The code of an area: stable, used in data, routes and tests. */
export type AreaCode = (typeof areaCodes)[number];

/** Whose list an area comes from: Senge's disciplines or Bersin & Associates' success areas. */
export type AreaKind = 'discipline' | 'success-area';

/**
 * One side of an area that an item can be about. `isAsked` is false for the one facet whose place the improvement
 * item takes: it belongs to the meaning of the area, yet no item is about it.
 */
export type Facet = { readonly id: string; readonly name: Localised; readonly isAsked: boolean };

/**
 * An area of the learning organisation. `definition` tells item writers and readers what belongs to it; `story` is
 * what the first page says about it; `practice` is what one does with it in the product.
 */
export type Area = {
  readonly code: AreaCode;
  readonly kind: AreaKind;
  readonly name: Localised;
  readonly shortName: Localised;
  readonly definition: Localised;
  readonly story: Localised;
  readonly practice: Localised;
  readonly facets: readonly Facet[];
};
