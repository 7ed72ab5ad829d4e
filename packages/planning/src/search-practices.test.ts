import { describe, expect, test } from 'vitest';
import { practiceOf, practices } from './library.ts';
import { hoursOf, searchPractices } from './search-practices.ts';

const ids = (...found: Parameters<typeof searchPractices>) => searchPractices(...found).map((one) => one.id);

describe('searching practices', () => {
  test('an empty query gives the whole library in its own order', () => {
    expect(searchPractices('  ', { language: 'nl' })).toEqual(practices);
  });

  test('letter case and accents make no difference', () => {
    expect(ids('ÉÉN LIJST', { language: 'nl' })).toEqual(ids('een lijst', { language: 'nl' }));
    expect(ids('een lijst', { language: 'nl' })[0]).toBe('one-list-for-the-whole');
  });

  test('a hit in the title comes before a hit in the text', () => {
    expect(ids('terugkijken', { language: 'nl' })[0]).toBe('look-back-in-fifteen-minutes');
  });

  test('every word of the query has to occur', () => {
    expect(ids('terugkijken zeppelin', { language: 'nl' })).toEqual([]);
  });

  test('it looks in the language that was asked for', () => {
    expect(ids('kwartier terugkijken', { language: 'en' })).toEqual([]);
    expect(ids('fifteen minutes looking back', { language: 'en' })[0]).toBe('look-back-in-fifteen-minutes');
  });

  test('the area and the hours narrow it down', () => {
    const found = searchPractices('', { language: 'nl', area: 'trust' });
    expect(found.map((one) => one.area)).toEqual(['trust', 'trust', 'trust', 'trust']);
    const affordable = searchPractices('', { language: 'nl', maxHours: 20, teamSize: 10 });
    expect(affordable).toEqual(practices.filter((one) => hoursOf(one, 10) <= 20));
    expect(affordable.length).toBeLessThan(practices.length);
  });

  test('hours are those of the lead and of every person', () => {
    const practice = practiceOf('look-back-in-fifteen-minutes');
    expect(practice && hoursOf(practice, 10)).toBe(4 + 3 * 10);
  });
});
