import type { ContractDocument } from '@lerend/analysis';
import { describe, expect, test } from 'vitest';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { sampleAnalysis } from '../testing/sample-analysis.ts';
import { troublesomeName } from '../testing/trouble.ts';
import { renderAnalysis } from './render-analysis.ts';

const html = async (document: ContractDocument, language: 'nl' | 'en' = 'nl'): Promise<string> =>
  Buffer.from(await renderAnalysis(document, { language, format: 'html' })).toString('utf8');

describe('the report on a file', () => {
  const document = sampleAnalysis({ scales: 2, groups: 7, withheld: 2, groupName: troublesomeName });

  test.each(['nl', 'en'] as const)('in %s is a tagged PDF', async (language) => {
    const marks = pdfMarks(await renderAnalysis(document, { language, format: 'pdf' }));
    expect(marks).toMatchObject({ isTagged: true, isUniversallyAccessible: true, language });
    expect(marks.title).toContain(document.instrumentTitle[language]);
  });

  test('as a page asks for nothing outside itself and runs no script', async () => {
    const page = await html(document);
    const addresses = [...page.matchAll(/https?:\/\/[^\s"'<]+/gu)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg']));
    expect(page).not.toMatch(/<script|<link|@import|<img|\sstyle=/u);
    expect(page).toContain("default-src 'none'");
  });

  test('writes names as text, never as markup', async () => {
    const page = await html(document);
    expect(page).not.toContain('<b>');
    expect(page).toContain('@a &lt;b&gt;');
  });

  test('every figure on the page has words', async () => {
    const page = await html(document);
    const figures = page.match(/<svg /gu) ?? [];
    expect(figures.length).toBeGreaterThan(2);
    expect(page.match(/<svg role="img" aria-label="[^"]+"/gu)).toHaveLength(figures.length);
  });

  test('counts the withheld groups and shows nothing of them', async () => {
    const page = await html(document);
    expect(page).toContain('Van 2 van de 7 groepen tonen we geen cijfers');
    expect(page).not.toContain(`${'Groep 6'}</th>`);
  });

  test('says how sure a scale is in words, with the figures behind', async () => {
    const page = await html(sampleAnalysis({ scales: 1, groups: 0, withheld: 0, groupName: '' }), 'en');
    expect(page).toContain('a reliable scale');
    expect(page).toContain('with 95% confidence between 2.80 and 3.20');
  });

  test('a figure that does not exist is a dash, never a nought', async () => {
    const [scale] = document.scales;
    if (!scale) throw new Error('the sample has a scale');
    const bare = {
      ...scale,
      mean: null,
      sd: null,
      score: null,
      ci95: null,
      omegaTotal: null,
      agreement: null,
      alpha: { ...scale.alpha, pairwise: null, ci95: null },
    };
    const page = await html({ ...document, scales: [bare], groups: [], items: [] });
    expect(page).toContain('valt niet te berekenen');
    expect(page).toContain('<td class="end">–</td>');
    expect(page).not.toMatch(/NaN|null|undefined/u);
  });

  test('five thousand groups are shown by their two ends', async () => {
    const page = await html(sampleAnalysis({ scales: 1, groups: 5000, withheld: 0, groupName: 'Team' }));
    expect(page).toContain('4.948 groepen ertussen');
    expect(page.length).toBeLessThan(400_000);
  });
});
