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

describe('the report on scales as such', () => {
  const sample = sampleAnalysis({ scales: 2, groups: 0, withheld: 0, groupName: '' });

  test('says whether scales can be told apart, and which two can’t', async () => {
    expect(await html(sample)).toContain('De schalen zijn uit elkaar te houden');
    const alike = {
      ...sample.correlations,
      htmt: [
        [1, 0.93],
        [0.93, 1],
      ],
    };
    const page = await html({ ...sample, correlations: alike });
    expect(page).toContain('Twee schalen zijn niet uit elkaar te houden');
    expect(page).toContain('Schaal 1 en Schaal 2 meten hier hetzelfde (HTMT 0,93)');
  });

  test('says in words how well the scales fit, by the worst of the three figures', async () => {
    expect(await html(sample, 'en')).toContain('Sorting the questions into these scales fits the answers well');
    const worse = { ...sample.modelFiml, srmr: 0.12 };
    expect(await html({ ...sample, modelFiml: worse }, 'en')).toContain('fit the answers well');
    expect(await html({ ...sample, modelFiml: worse }, 'en')).toContain('doesn&#39;t fit the answers well');
  });

  test('where only complete answers give a model, it says why', async () => {
    const none = {
      ...sample.modelFiml,
      chisq: null,
      cfi: null,
      undefined: { chisq: 'coincidingFactors', cfi: 'coincidingFactors' },
    } as const;
    const page = await html({ ...sample, modelFiml: none });
    expect(page).toContain('past goed bij de antwoorden');
    expect(page).toContain('Uit alle antwoorden samen is het model niet te schatten. Twee schalen vallen');
  });

  test('of one scale it says whether the questions measure one thing', async () => {
    const one = sampleAnalysis({ scales: 1, groups: 0, withheld: 0, groupName: '' });
    expect(await html(one)).toContain('De vragen meten samen één ding');
    const poor = { ...one.modelFiml, rmsea: 0.15 };
    expect(await html({ ...one, modelFiml: poor }, 'en')).toContain('measure purely one thing');
  });

  test('a model that doesn’t exist is said with its reason', async () => {
    const fields = [
      'chisq',
      'df',
      'p',
      'cfi',
      'tli',
      'rmsea',
      'rmseaCi90',
      'srmr',
      'loadings',
      'factorCorrelations',
    ] as const;
    const none = {
      n: 200,
      ...(Object.fromEntries(fields.map((field) => [field, null])) as Record<(typeof fields)[number], null>),
      undefined: Object.fromEntries(fields.map((field) => [field, 'improperSolution' as const])),
    };
    const page = await html({ ...sample, model: none, modelFiml: none });
    expect(page).toContain('Of de indeling van vragen in schalen past, valt niet te zeggen');
    expect(page).toContain('een vraag zonder enig toeval');
    expect(page).not.toMatch(/NaN|null|undefined/u);
  });

  test('draws no conclusion from the fit of an improper solution', async () => {
    const improper = { improper: 'coincidingFactors', loadings: null, factorCorrelations: null } as const;
    const [model, modelFiml] = [
      { ...sample.model, ...improper },
      { ...sample.modelFiml, ...improper },
    ];
    const page = await html({ ...sample, model, modelFiml });
    expect(page).toContain('Of de indeling van vragen in schalen past, valt niet te zeggen');
    expect(page).not.toContain('past goed bij de antwoorden');
    expect(page).not.toContain('class="start">RMSEA<');
    const half = await html({ ...sample, modelFiml });
    expect(half).toContain('past goed bij de antwoorden');
    expect(half).toContain('Uit alle antwoorden samen is het model niet te schatten. Twee schalen vallen');
  });

  test('says what may be compared between groups: the furthest step at which CFI hardly drops', async () => {
    const level = {
      chisq: 20,
      df: 16,
      p: 0.2,
      cfi: 0.99,
      tli: 0.98,
      rmsea: 0.03,
      rmseaCi90: [0, 0.06],
      srmr: 0.03,
    } as const;
    const step = (deltaCfi: number) => ({
      ...level,
      deltaChisq: 5,
      deltaDf: 4,
      deltaP: 0.3,
      deltaCfi,
      deltaRmsea: 0,
      deltaSrmr: 0,
    });
    const invariance = (metric: number, scalar: number) => ({
      column: 'taal',
      groups: 2,
      n: 180,
      groupSizes: [
        { group: 'nl', n: 100 },
        { group: 'en', n: 80 },
      ],
      leftOut: ['pl'],
      models: [
        { level: 'configural' as const, ...level },
        { level: 'metric' as const, ...step(metric) },
        { level: 'scalar' as const, ...step(scalar) },
      ],
    });
    const same = await html({ ...sample, invariance: invariance(-0.001, -0.002) });
    expect(same).toContain('De vragen meten in elke groep hetzelfde: gemiddelden mogen naast elkaar');
    expect(same).toContain('Eén groep doet niet mee, omdat te weinig mensen alles invulden: pl.');
    expect(await html({ ...sample, invariance: invariance(-0.001, -0.02) })).toContain('vanaf een ander beginpunt');
    expect(await html({ ...sample, invariance: invariance(-0.03, 0.02) })).toContain(
      'niet in elke groep hetzelfde: vergelijk',
    );
  });
});
