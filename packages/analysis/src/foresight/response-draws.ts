import { publicationInTree, publicationRules } from '@lerend/disclosure';
import { binomial } from './binomial.ts';
import type { FormDesign } from './form-design.ts';
import type { UnitOrder } from './unit-order.ts';

/** One table of counts that could come, for one form. */
export interface FormDraw {
  /** People with a score directly in each unit. */
  readonly scored: Float64Array;
  isShown(unit: number): boolean;
  areItemsShown(unit: number): boolean;
}

/**
 * Draws who answers, by chance within each unit, and asks the publication rules what would be shown: the area from the
 * minimum group, items from ten answers to them and within what the area shows. All forms see the same people answer.
 */
export function responseDraws(order: UnitOrder, minimumGroupSize: number, chance: () => number) {
  const nodes = order.ids.map((id, unit) => ({ id, parentId: order.ids[order.parents[unit] ?? -1] ?? null }));
  const decide = publicationInTree(nodes);
  const minimumForItems = Math.max(publicationRules.minimumForItems, minimumGroupSize);
  const decisionOn = (counts: Float64Array, minimum: number, isEligible: (id: string) => boolean) =>
    decide(new Map(order.ids.map((id, unit) => [id, counts[unit] ?? 0])), { minimum, isEligible });
  return (shareOf: (unit: number) => number) => {
    const respondents = order.direct.map((invited, unit) => binomial(invited, shareOf(unit), chance));
    // Forms that leave as many people out share one table: chance alone would make them differ, and time would go.
    const once = memory((share) => (share > 0.999 ? respondents : respondents.map((n) => binomial(n, share, chance))));
    const areas = memory((share) => decisionOn(once(share), minimumGroupSize, () => true));
    return ({ scoredShare, itemShare }: FormDesign): FormDraw => {
      const area = areas(scoredShare);
      let items: ReturnType<typeof decisionOn> | undefined;
      const itemsOf = () => (items ??= decisionOn(once(itemShare), minimumForItems, (id) => area.isShown(id)));
      const idOf = (unit: number) => order.ids[unit] ?? '';
      return {
        scored: once(scoredShare),
        isShown: (unit) => area.isShown(idOf(unit)),
        areItemsShown: (unit) => itemsOf().isShown(idOf(unit)),
      };
    };
  };
}

function memory<Value>(make: (share: number) => Value): (share: number) => Value {
  const made = new Map<number, Value>();
  return (share) => {
    const value = made.get(share) ?? make(share);
    made.set(share, value);
    return value;
  };
}
