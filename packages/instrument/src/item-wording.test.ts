import { describe, expect, test } from 'vitest';
import { items } from './items.ts';
import type { Item } from './item.ts';
import { languages } from './language.ts';
import type { Language } from './language.ts';
import { outcomeItems } from './outcome-items.ts';
import type { OutcomeItem } from './outcome-items.ts';
import type { Referent } from './referent.ts';

const everyItem: readonly (Item | OutcomeItem)[] = [...items, ...outcomeItems];
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];

/** The words that two texts share, as a part of all words that occur in either. */
function sharedPart(one: string, other: string): number {
  const [first, second] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / (first.size + second.size - shared);
}

const mostWords = 16;

const negations: Readonly<Record<Language, readonly string[]>> = {
  nl: ['niet', 'geen', 'nooit', 'niets', 'niks', 'niemand', 'nergens', 'zonder', 'noch', 'nauwelijks', 'zelden'],
  en: ['not', 'no', 'never', 'nothing', 'nobody', 'none', 'nowhere', 'without', 'nor', 'neither', 'hardly', 'rarely'],
};

/** Dutch 'of' also means whether, so it is looked for only where it joins. */
const joins: Readonly<Record<Language, RegExp>> = {
  nl: /\ben\b|\/|\bof (?!iets\b)|;/,
  en: /\band\b|\bor\b|\/|;/,
};

const opinionWords = /\b(vind ik|ik denk|ik geloof|I think|I believe|I feel)\b/;

const referentWords: Readonly<Record<Referent, Readonly<Record<Language, RegExp>>>> = {
  self: { nl: /^Ik\b/, en: /^I\b/ },
  team: { nl: /mijn team/i, en: /my team/i },
  management: { nl: /mijn leidinggevende/i, en: /my manager/i },
  organisation: { nl: /onze organisatie|het geheel/i, en: /our organisation|the whole/i },
};

describe.each(languages)('in %s', (language) => {
  test.each(everyItem.map((item) => [item.id, item] as const))(
    '%s is short, one thought, said without negation',
    (_id, item) => {
      const text = item.text[language];
      const words = wordsOf(text);
      expect(words.length).toBeGreaterThanOrEqual(4);
      expect(words.length).toBeLessThanOrEqual(mostWords);
      expect(text).toMatch(/^[A-Z][^.?!]*\.$/u);
      expect(words.filter((word) => negations[language].includes(word) || word.endsWith('n’t'))).toEqual([]);
      expect(text).not.toMatch(joins[language]);
      expect(text).not.toMatch(opinionWords);
    },
  );

  test.each(everyItem.map((item) => [item.id, item] as const))('%s names the one whom it speaks about', (_id, item) => {
    if (item.id === 'OU4') return expect(item.text[language]).toMatch(referentWords.self[language]);
    expect(item.text[language]).toMatch(referentWords[item.referent][language]);
  });

  test('items of different areas share less than half of their words', () => {
    for (const one of items) {
      for (const other of items) {
        if (one.area >= other.area) continue;
        expect(sharedPart(one.text[language], other.text[language]), `${one.id} and ${other.id}`).toBeLessThan(0.5);
      }
    }
  });

  test('no item carries a word of frequency, which belongs to the answers', () => {
    const frequency = /\b(altijd|vaak|soms|regelmatig|meestal|steeds|always|often|sometimes|regularly|usually)\b/i;
    expect(everyItem.filter((item) => frequency.test(item.text[language])).map((item) => item.id)).toEqual([]);
  });
});

test('every item has a language record in words', () => {
  for (const { id, text, languageRecord } of everyItem) {
    expect(wordsOf(languageRecord.backTranslation).length, id).toBeGreaterThanOrEqual(4);
    expect(languageRecord.backTranslation, id).not.toBe(text.en);
    expect(languageRecord.difference.length, id).toBeGreaterThan(10);
  }
});
