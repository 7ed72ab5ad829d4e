import { areaCodes, forms, itemsOf, itemsOfArea, outcomeItems } from '@lerend/instrument';
import type { AreaCode, FormName } from '@lerend/instrument';

/** A form as columns: which byte of an answer row belongs to which item, and which items make an area. */
export interface SnapshotForm {
  readonly form: FormName;
  /** Item ids in the order of the bytes of an answer row: the areas' items, then the outcome items if the form has them. */
  readonly itemIds: readonly string[];
  readonly areas: readonly { readonly areaId: AreaCode; readonly columns: readonly number[] }[];
  /** Forms of which all items are in this one, itself left out; per area the columns of the items that they share. */
  readonly smallerForms: readonly { readonly form: FormName; readonly columns: readonly (readonly number[])[] }[];
}

/** From many items to few: a form holds all the items of those behind it. */
const fromLargeToSmall: readonly FormName[] = ['full', 'short', 'pulse'];

/** The columns of a form of the built-in instrument. Whoever opens ballots writes rows in this order. */
export function snapshotForm(form: FormName): SnapshotForm {
  const outcomes = forms[form].hasOutcomeItems ? outcomeItems.map((item) => item.id) : [];
  const itemIds = [...itemsOf(form).map((item) => item.id), ...outcomes];
  const columnOf = new Map(itemIds.map((id, column) => [id, column]));
  const columnsOf = (area: AreaCode, some: FormName) =>
    itemsOfArea(area, some).flatMap((item) => columnOf.get(item.id) ?? []);
  return {
    form,
    itemIds,
    areas: areaCodes.map((areaId) => ({ areaId, columns: columnsOf(areaId, form) })),
    smallerForms: fromLargeToSmall.slice(fromLargeToSmall.indexOf(form) + 1).map((smaller) => ({
      form: smaller,
      columns: areaCodes.map((areaId) => columnsOf(areaId, smaller)),
    })),
  };
}

/** The form whose items two forms have in common: the smaller of the two. */
export function commonForm(one: FormName, other: FormName): FormName {
  return fromLargeToSmall.indexOf(one) > fromLargeToSmall.indexOf(other) ? one : other;
}
