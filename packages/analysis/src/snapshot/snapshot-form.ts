import { areaCodes, forms, itemsOf, itemsOfArea, outcomeItems } from '@lerend/instrument';
import type { AreaCode, FormName } from '@lerend/instrument';

/** A form as columns: which byte of an answer row belongs to which item, and which items make an area. */
export interface SnapshotForm {
  readonly form: FormName;
  /** Item ids in the order of the bytes of an answer row: the areas' items, then the outcome items if the form has them. */
  readonly itemIds: readonly string[];
  /** Each person got so many of an area's items, drawn by chance; null: all of them. */
  readonly drawnPerArea: number | null;
  readonly areas: readonly { readonly areaId: AreaCode; readonly columns: readonly number[] }[];
  /** Forms of which all items are in this one, itself left out; per area the columns of the items that they share. */
  readonly smallerForms: readonly { readonly form: FormName; readonly columns: readonly (readonly number[])[] }[];
}

/** From many items to few: a form holds all the items of those behind it. */
const fromLargeToSmall: readonly FormName[] = ['full', 'short', 'pulse'];

/** The form with the same items that everyone gets whole: `full` for a scan in parts. */
function wholeForm(form: FormName): FormName {
  return forms[form].itemsDrawnPerArea === null ? form : 'full';
}

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
    drawnPerArea: forms[form].itemsDrawnPerArea,
    areas: areaCodes.map((areaId) => ({ areaId, columns: columnsOf(areaId, form) })),
    smallerForms: fromLargeToSmall.slice(fromLargeToSmall.indexOf(wholeForm(form)) + 1).map((smaller) => ({
      form: smaller,
      columns: areaCodes.map((areaId) => columnsOf(areaId, smaller)),
    })),
  };
}

/**
 * The form whose items two forms have in common: the smaller of the two. A scan in parts has all items of the full form:
 * with it (or with another scan in parts) the area as a whole is compared, with a smaller form the items of that one.
 */
export function commonForm(one: FormName, other: FormName): FormName {
  if (one === other) return one;
  const [oneWhole, otherWhole] = [wholeForm(one), wholeForm(other)];
  return fromLargeToSmall.indexOf(oneWhole) > fromLargeToSmall.indexOf(otherWhole) ? oneWhole : otherWhole;
}

/** Whether the score of an area in `form` is already the one on the items of `onForm`. */
export function asksTheItemsOf(form: FormName, onForm: FormName): boolean {
  return form === onForm || wholeForm(form) === onForm;
}
