import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { wordsIn } from './language.ts';
import dutch from './messages.nl.json' with { type: 'json' };
import english from './messages.en.json' with { type: 'json' };

const keys = Object.keys(dutch) as (keyof typeof dutch)[];

/** The names that a message asks for, those inside choices included. */
function placeholders(text: string): string[] {
  const names = JSON.stringify(new IntlMessageFormat(text, 'nl', undefined, { ignoreTag: true }).getAst()).matchAll(
    /"type":[1-6],"value":"(\w+)"/gu,
  );
  return [...new Set([...names].map(([, name]) => name ?? ''))].sort();
}

describe('the words of the documents', () => {
  test('every message exists in Dutch and in English', () => {
    expect(Object.keys(english)).toEqual(keys);
  });

  test.each(keys)('%s asks for the same values in both languages', (key) => {
    expect(placeholders(english[key])).toEqual(placeholders(dutch[key]));
  });

  test('finds the values inside choices too', () => {
    expect(placeholders('{count, plural, one {{a}} other {#}} {b, select, x {{c}} other {}}')).toEqual([
      'a',
      'b',
      'c',
      'count',
    ]);
  });

  test('numbers, money, days and lists are written as their readers write them', () => {
    expect(wordsIn('nl').number(5400.5, 1)).toBe('5.400,5');
    expect(wordsIn('en').number(-5400.5, 1)).toBe('−5,400.5');
    expect(wordsIn('nl').date('2027-01-12')).toBe('12 januari 2027');
    expect(wordsIn('en').list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(wordsIn('nl').euros(1500).replace(/\s/u, ' ')).toBe('€ 1.500');
  });

  test('a name that looks like markup or like a message stays what it is', () => {
    const unit = '<b>{x}</b>';
    expect(wordsIn('nl').say('sheet.title', { unit })).toBe('Teamgesprek van <b>{x}</b>');
  });
});
