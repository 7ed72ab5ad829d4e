import { mayTellClasses, minimumOfSeveral, publicationInTree, publicationRules } from '@lerend/disclosure';
import type { PublicationOptions } from '@lerend/disclosure';
import { restAt, restsIn } from '../snapshot/rests.ts';
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
  const idOf = (unit: number) => order.ids[unit] ?? '';
  const decisionOn = (counts: Float64Array, options: PublicationOptions) =>
    decide(new Map(order.ids.map((id, unit) => [id, counts[unit] ?? 0])), options);
  const ofArea = { minimum: minimumGroupSize, minimumOfSeveral: minimumOfSeveral(minimumGroupSize) };
  /** Who answered an item and isn't in a rest of too few to tell their classes. */
  const told = (counts: Float64Array, isShown: (id: string) => boolean) => {
    const rests = restsIn(order, (unit) => isShown(idOf(unit)), minimumGroupSize);
    const left = counts.slice();
    for (const [owner, members] of rests.members) {
      if (mayTellClasses(restAt(rests, owner, counts))) continue;
      for (const unit of members) left[unit] = 0;
    }
    return left;
  };
  return (shareOf: (unit: number) => number) => {
    const respondents = order.direct.map((invited, unit) => binomial(invited, shareOf(unit), chance));
    // Forms that leave as many people out share one table: chance alone would make them differ, and time would go.
    const once = memory((share) => (share > 0.999 ? respondents : respondents.map((n) => binomial(n, share, chance))));
    const areas = memory((share) => decisionOn(once(share), ofArea));
    return ({ scoredShare, itemShare }: FormDesign): FormDraw => {
      const area = areas(scoredShare);
      let items: ReturnType<typeof decisionOn> | undefined;
      const isEligible = (id: string) => area.isShown(id);
      const itemsOf = () =>
        (items ??= decisionOn(told(once(itemShare), isEligible), { minimum: minimumForItems, isEligible }));
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
