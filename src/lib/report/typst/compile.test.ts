import { describe, expect, test } from 'vitest';
import { posterView } from '../poster/render-poster.ts';
import { wordsIn } from '../language.ts';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { compilePdf } from './compile.ts';

const poster = (unit: string) =>
  posterView(
    { organisation: 'Proef', unit, scanTitle: 'Peiling', date: '2027-01-12', nextLookBack: null, lines: [] },
    wordsIn('nl'),
  );

describe('setting a document', () => {
  test('documents asked for at the same moment each get their own data', async () => {
    const units = Array.from({ length: 12 }, (_, index) => `Team ${index}`);
    const pdfs = await Promise.all(units.map((unit) => compilePdf('poster/poster.typ', poster(unit))));
    expect(pdfs.map((pdf) => pdfMarks(pdf).title)).toEqual(units.map((unit) => `Jullie zeiden, wij deden: ${unit}`));
  });

  test('a fault is told, and the next document is made all the same', async () => {
    await expect(compilePdf('poster/no-such-template.typ', {})).rejects.toThrow(/no-such-template/u);
    await expect(compilePdf('poster/poster.typ', { title: 'without the rest' })).rejects.toThrow();
    expect(pdfMarks(await compilePdf('poster/poster.typ', poster('Noord'))).isTagged).toBe(true);
  });

  test('a drawing without words is refused', async () => {
    const gauge = {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
      title: 'a',
      level: 'b',
      score: '1',
      lines: [],
    };
    const report = {
      title: 't',
      author: 'a',
      language: 'nl',
      kicker: 'k',
      heading: 'h',
      foot: 'f',
      pageOf: '#/%',
      blocks: [
        { kind: 'heading', level: 2, text: 'h' },
        { kind: 'gauges', gauges: [{ ...gauge, alt: null }] },
      ],
    };
    await expect(compilePdf('blocks/report.typ', report)).rejects.toThrow(/alt/u);
  });
});
