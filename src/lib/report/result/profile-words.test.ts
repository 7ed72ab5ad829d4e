import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../language.ts';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { sampleWithGroups } from '../testing/sample-snapshot.ts';
import { renderTable } from '../table/render-table.ts';
import { profileInWords, untestedSentence } from './profile-words.ts';
import { renderResult, resultReport } from './render-result.ts';
import { weightingInWords } from './weighting-words.ts';

const differing = [
  { itemId: 'TR1', band: 1, direction: 'lower' },
  { itemId: 'MM2', band: 2, direction: 'neither' },
] as const;
const snapshot = sampleWithGroups(differing);
const about = { organisation: 'Van der Veen', scanTitle: 'Peiling', date: '2027-01-12' };

describe('groups in words', () => {
  test.each([
    [
      'nl',
      /^“.+” wie in ploegen of wisselende diensten werkt, antwoordt hier lager dan anderen met dezelfde score op Vertrouwen\.$/,
    ],
    ['en', /^“.+” Here people who work in shifts answer lower than others with the same score on Trust\.$/],
  ] as const)('name in %s which question a group answers differently, and how', (language, sentence) => {
    const [question] = profileInWords(snapshot, wordsIn(language));
    expect(question?.items?.differing[0]).toMatch(sentence);
    expect(question?.items?.differing[1]).toMatch(/anders samen|in another way/);
    expect(question?.response).toHaveLength(2);
  });

  test.each(['nl', 'en'] as const)('say in %s that there are none, and that there are too few', (language) => {
    const [none] = profileInWords(sampleWithGroups([]), wordsIn(language));
    expect(none?.items?.differing).toEqual([]);
    expect(none?.items?.sentence).toContain('44');
    const few = { ...snapshot, profile: (snapshot.profile ?? []).map((one) => ({ ...one, items: null })) };
    expect(profileInWords(few, wordsIn(language))[0]?.items).toBe(null);
    expect(untestedSentence(few, wordsIn(language))).toContain('200');
    expect(untestedSentence(snapshot, wordsIn(language))).toBe(null);
  });

  test('say nothing of questions in a result of before that was looked at, or of proportion without known numbers', () => {
    const { weighting: _weighting, ...older } = {
      ...snapshot,
      profile: (snapshot.profile ?? []).map(({ questionId, classes }) => ({ questionId, classes })),
    };
    expect(profileInWords(older, wordsIn('nl'))[0]).toMatchObject({ items: null, response: [] });
    expect(untestedSentence(older, wordsIn('nl'))).toBe(null);
    expect(weightingInWords(older, wordsIn('nl'))).toBe(null);
  });

  test('say what proportion changes, from nothing to what matters', () => {
    const told = (weighted: number) => {
      const areas = snapshot.areaIds.map((_, at) => ({ score: 50, weighted: at === 0 ? weighted : 50 }));
      const made = { ...snapshot, weighting: { questionIds: ['profile-shifts'], areas } } as unknown as typeof snapshot;
      return weightingInWords(made, wordsIn('nl'))?.sentence;
    };
    expect(told(50)).toBe('Dan waren de scores dezelfde geweest.');
    expect(told(51)).toMatch(/bijna dezelfde geweest\. Het meest verschuift Richting: 1 punt\.$/);
    expect(told(44)).toMatch(/^Dan was de score op Richting duidelijk anders geweest: Richting 6 punten lager/);
  });

  test('stand in the PDF of the whole, and not in that of a unit', async () => {
    const of = (unitId: string | null) => resultReport(snapshot, { ...about, unitId, language: 'nl' }).blocks;
    const headings = (unitId: string | null) => of(unitId).flatMap((one) => (one.kind === 'heading' ? [one.text] : []));
    expect(headings(null)).toContain('Verschilt dit per groep?');
    expect(headings(null)).toContain('Als iedereen naar verhouding had geantwoord');
    expect(headings('north')).not.toContain('Verschilt dit per groep?');
    const marks = pdfMarks(await renderResult(snapshot, { ...about, unitId: null, language: 'en' }));
    expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true });
  });

  test('stand in the workbook, a sheet a kind, with numbers as numbers', async () => {
    const sheets = await readXlsxFile(Buffer.from(await renderTable(snapshot, { language: 'en', format: 'xlsx' })));
    expect(sheets.map(({ sheet }) => sheet).slice(2)).toEqual([
      'Groups',
      'Response by group',
      'Questions by group',
      'In proportion',
    ]);
    const [, response, items, proportion] = sheets.slice(2).map(({ data }) => data);
    expect(response?.[1]).toEqual([
      'Do you work in shifts, or on a changing roster?',
      'Yes',
      54,
      'half to three quarters',
    ]);
    expect(items?.[1]?.[4]).toBe('answers lower');
    expect(proportion?.[1]?.slice(1).every((cell) => typeof cell === 'number')).toBe(true);
  });
});
