import { describe, expect, test } from 'vitest';
import { areas } from './areas.ts';
import { areaCodes } from './area.ts';
import type { AreaCode } from './area.ts';
import { formNames, forms } from './form.ts';
import { improvementFacet } from './item.ts';
import { itemOf, items, itemsOf, itemsOfArea } from './items.ts';
import { outcomeItems } from './outcome-items.ts';
import { openQuestions } from './open-questions.ts';

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe('the forms', () => {
  test.each([
    ['full', 48],
    ['parts', 48],
    ['short', 22],
    ['pulse', 11],
  ] as const)('the %s form has %i items, as it says itself', (form, count) => {
    expect(itemsOf(form)).toHaveLength(count);
    const { areaItemCount, itemsDrawnPerArea } = forms[form];
    expect(areaItemCount).toBe(itemsDrawnPerArea === null ? count : itemsDrawnPerArea * areaCodes.length);
  });

  test('a scan in parts asks all 48, two of each area of everyone', () => {
    expect(idsOf(itemsOf('parts'))).toEqual(idsOf(itemsOf('full')));
    expect(forms.parts).toMatchObject({ areaItemCount: 22, itemsDrawnPerArea: 2 });
  });

  test('mental models and systems thinking have six items in the full form, the other areas four', () => {
    for (const code of areaCodes) {
      const expected = code === 'mental-models' || code === 'systems-thinking' ? 6 : 4;
      expect(itemsOfArea(code, 'full'), code).toHaveLength(expected);
    }
  });

  test('every area has two items in the short form, one of them its improvement item', () => {
    for (const code of areaCodes) {
      const kinds = itemsOfArea(code, 'short').map((item) => item.isImprovement);
      expect(kinds.toSorted(), code).toEqual([false, true]);
    }
  });

  test('the pulse asks one item per area, never the improvement item, and all of it is in the short form', () => {
    expect(itemsOf('pulse').map((item) => item.area)).toEqual(areaCodes);
    expect(itemsOf('pulse').filter((item) => item.isImprovement)).toEqual([]);
    expect(idsOf(itemsOf('short'))).toEqual(expect.arrayContaining(idsOf(itemsOf('pulse'))));
    expect(idsOf(itemsOf('full'))).toEqual(expect.arrayContaining(idsOf(itemsOf('short'))));
  });

  test.each(formNames)('the %s form goes area by area, in the order of the areas', (form) => {
    const order = itemsOf(form).map((item) => areaCodes.indexOf(item.area));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  test('no form promises a time before one has been measured', () => {
    for (const form of formNames) expect(forms[form].measuredDuration, form).toBeNull();
  });
});

describe('the blueprint', () => {
  test('every area has exactly one improvement item, which is about no facet', () => {
    for (const code of areaCodes) {
      const improvements = itemsOfArea(code, 'full').filter((item) => item.isImprovement);
      expect(
        improvements.map((item) => item.facet),
        code,
      ).toEqual([improvementFacet]);
    }
  });

  test('every facet has one item, save the one whose place the improvement item takes', () => {
    for (const area of areas) {
      const asked = itemsOfArea(area.code, 'full')
        .filter((item) => !item.isImprovement)
        .map((item) => item.facet);
      expect(asked.toSorted(), area.code).toEqual(idsOf(area.facets.filter((facet) => facet.isAsked)).toSorted());
    }
  });

  test('only shared vision, with its three facets, gives up none for the improvement item', () => {
    const facetsGivenUp = new Map<AreaCode, number>(
      areas.map((area) => [area.code, area.facets.filter((facet) => !facet.isAsked).length]),
    );
    for (const [code, count] of facetsGivenUp) expect(count, code).toBe(code === 'shared-vision' ? 0 : 1);
  });

  test('the items of every area speak about at least three different referents', () => {
    for (const code of areaCodes) {
      const referents = new Set(itemsOfArea(code, 'full').map((item) => item.referent));
      expect(referents.size, code).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('the ids', () => {
  test('no id is used twice, outcome items and open questions included', () => {
    const ids = idsOf([...items, ...outcomeItems, ...openQuestions]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(48 + 4 + 3);
  });

  test('an item is found by its id, and an outcome item or a foreign id is not', () => {
    expect(itemOf('TR2')?.area).toBe('trust');
    expect(itemOf('OU1')).toBeUndefined();
    expect(itemOf('tr2')).toBeUndefined();
  });

  test('one of the three open questions may become an initiative', () => {
    expect(openQuestions.map((question) => question.mayBecomeInitiative)).toEqual([false, false, true]);
  });
});
