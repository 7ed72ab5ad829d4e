import { describe, expect, test } from 'vitest';
import { answerScale, wordNotes } from './answer-scale.ts';
import { areaCodes } from './area.ts';
import { areaOf, areas, isAreaCode } from './areas.ts';
import { builtInCutScores } from './cut-scores.ts';
import { forms } from './form.ts';
import { items } from './items.ts';
import type { Localised } from './language.ts';
import { levelDescription } from './level-description.ts';
import { levelNames, levels } from './level.ts';
import { openQuestions } from './open-questions.ts';
import { outcomeItems } from './outcome-items.ts';
import { profileQuestions } from './profile-questions.ts';
import { referentNames } from './referent.ts';
import { instrumentTitle, instrumentVersion, licence } from './version.ts';

const descriptions = areaCodes.flatMap((area) => levels.map((level) => levelDescription(area, level)));

const everything: unknown = [
  areas,
  items,
  outcomeItems,
  openQuestions,
  profileQuestions.map(({ name, text, cost }) => ({ name, text, cost })),
  answerScale,
  wordNotes,
  levelNames,
  descriptions,
  forms,
  referentNames,
  builtInCutScores,
  instrumentTitle,
  licence,
];

function localisedIn(value: unknown): Localised[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value || 'en' in value) return [value as Localised];
  return Object.values(value).flatMap(localisedIn);
}

const sentencesOf = (text: string): number => text.match(/[.!?](?=\s|$)/g)?.length ?? 0;

describe('all texts', () => {
  const texts = localisedIn(everything);

  test('every text is there in both languages, trimmed, and translated', () => {
    expect(texts.length).toBeGreaterThan(200);
    for (const text of texts) {
      expect(Object.keys(text).toSorted()).toEqual(['en', 'nl']);
      for (const written of [text.nl, text.en]) {
        expect(written).toBe(written.trim());
        expect(written).not.toBe('');
        expect(written).not.toMatch(/ {2}|\w'\w/);
      }
    }
    const untranslated = texts.filter(({ nl, en }) => nl === en).map(({ nl }) => nl);
    expect(untranslated).toEqual([]);
  });

  test.each(['nl', 'en'] as const)('no sentence of three words or more stands twice in %s', (language) => {
    const written = texts.map((text) => text[language].toLowerCase()).filter((text) => text.split(' ').length >= 3);
    const twice = written.filter((text, index) => written.indexOf(text) !== index);
    expect(twice).toEqual([]);
  });
});

describe('the areas', () => {
  test('there are five disciplines, then six success areas', () => {
    expect(areas.map((area) => area.kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'discipline'),
      ...Array.from({ length: 6 }, () => 'success-area'),
    ]);
    expect(areas.map((area) => area.shortName.nl)).toEqual([
      'Richting',
      'Denkbeelden',
      'Groei',
      'Teamleren',
      'Samenhang',
      'Vertrouwen',
      'Leerwinst',
      'Kracht',
      'Kennis',
      'Reflectie',
      'Steun',
    ]);
  });

  test('an area is found by its code, and a string from outside is checked first', () => {
    for (const code of areaCodes) expect(areaOf(code).code).toBe(code);
    expect(isAreaCode('trust')).toBe(true);
    expect(isAreaCode('toString')).toBe(false);
  });

  test('each story has two to four sentences and names whose list it comes from', () => {
    for (const area of areas) {
      const source = area.kind === 'discipline' ? 'Peter Senge' : 'Bersin & Associates';
      for (const story of [area.story.nl, area.story.en]) {
        expect(story, area.code).toContain(source);
        // 'Bersin & Associates' holds no full stop, so sentences can be counted by their ends.
        expect(sentencesOf(story), area.code).toBeGreaterThanOrEqual(2);
        expect(sentencesOf(story), area.code).toBeLessThanOrEqual(4);
      }
    }
  });

  test('each definition has one or two sentences', () => {
    for (const { code, definition } of areas) {
      for (const text of [definition.nl, definition.en]) expect([1, 2], code).toContain(sentencesOf(text));
    }
  });
});

describe('the levels and the scale', () => {
  test('each of the 44 level descriptions has two sentences', () => {
    expect(descriptions).toHaveLength(44);
    for (const { nl, en } of descriptions) {
      expect(sentencesOf(nl), nl).toBe(2);
      expect(sentencesOf(en), en).toBe(2);
    }
  });

  test('the answers run from 1 to 5 and are words of frequency', () => {
    expect(answerScale.options.map((option) => option.value)).toEqual([1, 2, 3, 4, 5]);
    expect(answerScale.options.map((option) => option.label.nl).join(' · ')).toBe(
      'nooit · zelden · soms · vaak · altijd',
    );
    expect(answerScale.options.map((option) => option.label.en).join(' · ')).toBe(
      'never · rarely · sometimes · often · always',
    );
  });

  test('the attribution names licence, address and version', () => {
    for (const sentence of [licence.attribution.nl, licence.attribution.en]) {
      for (const part of ['CC BY 4.0', licence.url, instrumentVersion]) expect(sentence).toContain(part);
    }
  });
});
