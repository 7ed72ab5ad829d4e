import type { FormName } from '@lerend/instrument';
import { smallestDifferenceThatMatters, pointsPerStep } from '../snapshot/method.ts';
import type { Foresight, FormForesight, UsualFigure } from './foresight.ts';

/** What a coordinator wants to know. */
export const foresightQuestions = ['whole', 'units', 'change', 'discover'] as const;
/**
 * whole: where do we stand together? units: which areas in which unit? change: follow the whole over time.
 * discover: what exactly is there to do (results per item).
 */
export type ForesightQuestion = (typeof foresightQuestions)[number];

export interface FormChoice {
  readonly question: ForesightQuestion;
  readonly form: FormName;
  /** Whether the form answers the question; if not, no form does, and this one comes nearest. */
  readonly isEnough: boolean;
  /** The form that asks most, for saying what is saved; the same form when nothing is. */
  readonly dearest: FormName;
}

/** Half an answer step: a margin wider than this can't tell "sometimes" from "often". */
const widestUnitMargin = pointsPerStep / 2;

/** Two margins of at most what matters, one now and one next time. */
const widestChange = Math.ceil(Math.SQRT2 * smallestDifferenceThatMatters);

/** A form that gives items in fewer units than this share of what the dearest form gives, loses too much. */
const leastItemsKept = 0.8;

/**
 * The cheapest form that answers the question: fewest answers asked of everyone together, of equal cost the one that
 * asks more different items (for change: fewer, so that more answers go to each). null without forms.
 */
export function chooseForm({ forms }: Pick<Foresight, 'forms'>, question: ForesightQuestion): FormChoice | null {
  const byCost = forms.toSorted(
    (a, b) => a.answers - b.answers || (question === 'change' ? 1 : -1) * (a.itemsAsked - b.itemsAsked),
  );
  const dearest = byCost.at(-1);
  if (dearest === undefined) return null;
  const measures = byCost.map((form) => ({ form: form.form, ...measureOf(form, forms, question) }));
  const enough = measures.find(({ isEnough }) => isEnough);
  const nearest = measures.reduce((best, one) => (one.shortfall < best.shortfall ? one : best));
  const { form, isEnough } = enough ?? nearest;
  return { question, form, isEnough, dearest: dearest.form };
}

interface Measure {
  readonly isEnough: boolean;
  /** The smaller, the nearer to an answer; comparable within one question only. */
  readonly shortfall: number;
}

function measureOf(form: FormForesight, all: readonly FormForesight[], question: ForesightQuestion): Measure {
  if (question === 'whole') return atMost(usual(form)?.now, smallestDifferenceThatMatters);
  if (question === 'change') return atMost(usual(form)?.smallestChange, widestChange);
  if (question === 'units') return atMost(form.usualUnit?.now, widestUnitMargin);
  const itemsAsked = Math.max(...all.map((one) => one.itemsAsked));
  const most = Math.max(...all.map((one) => one.withItems));
  const asksAll = form.itemsAsked === itemsAsked;
  const share = most > 0 ? form.withItems / most : (form.whole?.chanceOfItems ?? 0);
  return { isEnough: asksAll && share >= leastItemsKept, shortfall: (asksAll ? 0 : 1) + 1 - share };
}

/** Everyone together; in a tree without one top, the usual unit stands for it. */
const usual = (form: FormForesight): UsualFigure | null => form.whole?.usual ?? form.usualUnit;

function atMost(width: number | undefined, widest: number): Measure {
  const given = width ?? Number.POSITIVE_INFINITY;
  return { isEnough: given <= widest, shortfall: given };
}
