import { describe, expect, test } from 'vitest';
import { wordsIn } from '../language.ts';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { troublesomeName } from '../testing/trouble.ts';
import type { Poster } from './poster.ts';
import { posterView, renderPoster } from './render-poster.ts';

const poster: Poster = {
  organisation: 'Van der Veen',
  unit: troublesomeName,
  scanTitle: 'Peiling',
  date: '2027-03-02',
  nextLookBack: '2027-05-11',
  lines: [
    { said: troublesomeName, outcome: { kind: 'did', what: 'Elke vrijdag terugkijken.', on: '2027-02-05' } },
    { said: 'Budget per persoon.', outcome: { kind: 'not', because: 'Volgend jaar.' } },
  ],
};

describe('the poster', () => {
  test('says a unit’s name to the letter, markup or not, save what no font can show', async () => {
    const marks = pdfMarks(await renderPoster(poster, { language: 'nl' }));
    expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true, language: 'nl' });
    expect(marks.title).toContain(
      '#set page(fill: red) *Kees* _x_ [y] $z$ "q" \'r\' \\ @a <b> `c` // /* = -- {{data}}',
    );
  });

  test('puts what was not done beside what was, with the reason', () => {
    const { lines, next } = posterView(poster, wordsIn('nl'));
    expect(lines.map((line) => [line.did, line.not])).toEqual([
      ['Elke vrijdag terugkijken.', null],
      [null, 'Volgend jaar.'],
    ]);
    expect(next).toContain('11 mei 2027');
  });

  test('owns up when nothing was done yet', async () => {
    const empty = { ...poster, lines: [] };
    expect(posterView(empty, wordsIn('en')).empty).toContain('Nothing has been done yet');
    expect(pdfMarks(await renderPoster(empty, { language: 'en' })).language).toBe('en');
  });

  test('forty lines still fit on paper', async () => {
    const many = { ...poster, lines: Array.from({ length: 40 }, () => poster.lines[0] as Poster['lines'][number]) };
    expect(pdfMarks(await renderPoster(many, { language: 'nl' })).isPdf).toBe(true);
  });
});
