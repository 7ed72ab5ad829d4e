import { practices } from '@lerend/planning';
import { describe, expect, test } from 'vitest';
import { askedPractices, foundPractices, isSearch } from './contract.ts';

const asked = (search: string) => askedPractices(new URLSearchParams(search));

describe('askedPractices', () => {
  test('an address without a question asks for the whole library', () => {
    expect(isSearch(asked(''))).toBe(false);
    expect(foundPractices(asked(''), 'nl')).toHaveLength(practices.length);
  });

  test('an area that does not exist is passed over', () => {
    expect(asked('area=hope').area).toBeNull();
    expect(asked('area=trust').area).toBe('trust');
  });

  test.each(['-1', '0', 'veel', 'NaN', 'Infinity'])(
    'hours that make no sense (%s) are said to be unclear and filter nothing',
    (hours) => {
      expect(asked(`hours=${hours}`)).toMatchObject({ hours: null, isHoursUnclear: true });
    },
  );

  test('hours may be typed with a comma, as one writes them in Dutch', () => {
    expect(asked('hours=2,5').hours).toBe(2.5);
  });

  test('an endless query is cut off', () => {
    expect(asked(`q=${'x'.repeat(10_000)}`).query).toHaveLength(200);
  });
});

describe('foundPractices', () => {
  test('every practice found for an area has it as its main area', () => {
    const found = foundPractices(asked('area=trust'), 'nl');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ area }) => area))).toEqual(new Set(['trust']));
  });

  test('a word is searched in the language of the reader', () => {
    expect(foundPractices(asked('q=overdracht'), 'nl').length).toBeGreaterThan(0);
    expect(foundPractices(asked('q=overdracht'), 'en')).toEqual([]);
  });
});
