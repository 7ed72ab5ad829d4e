import { areaCodes } from './area.ts';
import type { AreaCode } from './area.ts';
import type { ItemUse } from './area-source.ts';
import { areaSources } from './areas.ts';
import type { FormName } from './form.ts';
import type { Item } from './item.ts';
import { languageRecordOf } from './language-records.ts';

const formsByUse: Readonly<Record<ItemUse, readonly FormName[]>> = {
  full: ['full', 'parts'],
  improvement: ['full', 'parts', 'short'],
  'every-form': ['full', 'parts', 'short', 'pulse'],
};

/** The 48 items about the areas, area by area, in the order in which they are asked. Outcome items are apart. */
export const items: readonly Item[] = areaCodes.flatMap((area) =>
  areaSources[area].items.map(({ id, facet, referent, use, text }) => ({
    id,
    area,
    facet,
    referent,
    text,
    forms: formsByUse[use],
    isImprovement: use === 'improvement',
    languageRecord: languageRecordOf(id),
  })),
);

const itemsByForm: Readonly<Record<FormName, readonly Item[]>> = {
  full: items,
  parts: items,
  short: items.filter((item) => item.forms.includes('short')),
  pulse: items.filter((item) => item.forms.includes('pulse')),
};

/**
 * The items of a form, area by area: 48, 22 or 11. For the scan in parts all 48, of which each person gets a part.
 * Outcome items and open questions are not among them.
 */
export function itemsOf(form: FormName): readonly Item[] {
  return itemsByForm[form];
}

/** The item with this id, or `undefined` when no item on an area has it (an outcome item, an id from elsewhere). */
export function itemOf(id: string): Item | undefined {
  return items.find((item) => item.id === id);
}

/** The items of one area in a form, in the order in which they are asked. Never empty. */
export function itemsOfArea(area: AreaCode, form: FormName): readonly Item[] {
  return itemsOf(form).filter((item) => item.area === area);
}
