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

  test('compares departments with departments and teams with teams, and leaves out a level of one', async () => {
    const [one] = document.groups;
    if (!one) throw new Error('the sample has a group');
    const at = (...path: string[]) => ({ ...one, path });
    const page = await html({
      ...document,
      groupColumns: ['bedrijf', 'afdeling', 'team'],
      groups: [
        at('Linde'),
        at('Linde', 'Zorg'),
        at('Linde', 'Keuken'),
        at('Linde', 'Zorg', 'A'),
        at('Linde', 'Zorg', 'B'),
      ],
    });
    const headings = [...page.matchAll(/<h2[^>]*>([^<]*)<\/h2>/gu)].map(([, text]) => text);
    expect(headings.filter((text) => text?.startsWith('Groepen naast'))).toEqual([
      'Groepen naast elkaar: afdeling',
      'Groepen naast elkaar: team',
    ]);
    expect(page).toContain('2 groepen uit kolom afdeling');
    expect(page).toContain('Linde › Keuken');
  });

  const step = (group: string[], area = 'trust') => ({
    step: 'criticism-of-the-lead-first',
    area,
    group,
    why: [`weakest-area:${JSON.stringify(group)}:${area}`, `unit-below-parent:${JSON.stringify(group)}:${area}`],
    hours: 11.5,
    eurosFrom: 0,
    euros: 150,
    expectedGain: null,
    evidence: 'B',
  });

  test('says what each group can do, why, and what it costs', async () => {
    const page = await html({ ...document, plan: [step(['Noord: 1'])] });
    expect(page).toContain('Wat je kunt doen');
    expect(page).toContain('De kritiek op jou als eerste op tafel');
    expect(page).toContain('Vertrouwen staat het laagst en Vertrouwen staat lager dan erboven');
    expect(page).toContain('11,5');
    expect(page).toMatch(/€\s0 tot €\s150/u);
    expect(await html({ ...document, plan: [step(['North'])] }, 'en')).toContain('What you can do');
  });

  test('of many groups it says which practices fit most often', async () => {
    const plan = Array.from({ length: 40 }, (_, index) => step([`Team ${index}`]));
    const page = await html({ ...document, plan });
    expect(page).toContain('40 groepen krijgen een voorstel');
    expect(page).not.toContain('Team 39');
  });

  test('has no word of it when nothing can be proposed', async () => {
    expect(await html(document)).not.toContain('Wat je kunt doen');
  });

  test('five thousand groups are shown by their two ends', async () => {
    const page = await html(sampleAnalysis({ scales: 1, groups: 5000, withheld: 0, groupName: 'Team' }));
    expect(page).toContain('4.948 groepen ertussen');
    expect(page.length).toBeLessThan(400_000);
  });
});
