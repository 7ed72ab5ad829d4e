import type { AreaCode } from './area.ts';
import type { FormName } from './form.ts';
import type { Localised } from './language.ts';
import type { Referent } from './referent.ts';

/**
 * What comparing the two languages brought. `backTranslation` is the English text put back into Dutch, in a round
 * of its own; `difference` says in Dutch what differed from the original and what was decided.
 */
export type LanguageRecord = { readonly backTranslation: string; readonly difference: string };

/** The facet id of every improvement item: it is about the practice as a whole, not about one of the area's facets. */
export const improvementFacet = 'improvement';

/**
 * A statement that is answered on the answer scale. The id is stable: a change of meaning gets a new id.
 * `facet` is the id of a facet of its area, or `improvementFacet` when `isImprovement`.
 */
export type Item = {
  readonly id: string;
  readonly area: AreaCode;
  readonly facet: string;
  readonly referent: Referent;
  readonly text: Localised;
  readonly forms: readonly FormName[];
  readonly isImprovement: boolean;
  readonly languageRecord: LanguageRecord;
};
