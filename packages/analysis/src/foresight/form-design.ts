import { areaCodes, forms, itemsOf } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import type { VarianceAssumptions } from './variance-assumptions.ts';

/** What a form asks about an area as areas go: four items in the full form. */
export interface FormDesign {
  readonly form: FormName;
  /** Items on areas that one person gets: what a peiling costs them. */
  readonly itemsPerPerson: number;
  /** Different items asked in the whole organisation. */
  readonly itemsAsked: number;
  /** The same two for one area. */
  readonly perAreaPerPerson: number;
  readonly perAreaAsked: number;
  /** Chance that somebody who answers the questionnaire has a score on the area. */
  readonly scoredShare: number;
  /** Chance that they gave an answer to a certain item of it. */
  readonly itemShare: number;
  /** Variance of one person's score within a unit, and the part of it that is items and moment; points². */
  readonly within: number;
  readonly error: number;
}

export function formDesign(form: FormName, { person, residual, unanswered }: VarianceAssumptions): FormDesign {
  const { areaItemCount, itemsDrawnPerArea } = forms[form];
  const itemsAsked = itemsOf(form).length;
  const perAreaAsked = Math.round(itemsAsked / areaCodes.length);
  const perAreaPerPerson = itemsDrawnPerArea ?? perAreaAsked;
  const least = itemsDrawnPerArea === null ? Math.ceil(perAreaAsked / 2) : 1;
  const error = residual / perAreaPerPerson;
  return {
    form,
    itemsPerPerson: areaItemCount,
    itemsAsked,
    perAreaPerPerson,
    perAreaAsked,
    scoredShare: chanceOfAtLeast(least, perAreaPerPerson, 1 - unanswered),
    itemShare: ((1 - unanswered) * perAreaPerPerson) / perAreaAsked,
    within: person + error,
    error,
  };
}

/** Of `count` independent chances of `share`, at least `least` come true. */
function chanceOfAtLeast(least: number, count: number, share: number): number {
  let chance = 0;
  let ways = 1;
  for (let hits = 0; hits <= count; hits++) {
    if (hits > 0) ways = (ways * (count - hits + 1)) / hits;
    if (hits >= least) chance += ways * share ** hits * (1 - share) ** (count - hits);
  }
  return Math.min(1, chance);
}
