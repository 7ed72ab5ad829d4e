import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderAnalysis, warningSentences } from '#lib/report/index.ts';
import { analyseFile } from '@lerend/analysis';
import type { AnalysisOptions, ContractDocument, FileTable } from '@lerend/analysis';
import { parseInstrument } from '@lerend/instrument';
import { seededRandom } from '@lerend/psychometrics';
import { afterAll, describe, expect, test } from 'vitest';
import type { AskedColumn } from './other-columns.ts';
import { readAnswers } from './read-answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-hard-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Scale {
  readonly id: string;
  readonly items: readonly (string | { readonly id: string; readonly reverse: boolean })[];
  readonly response?: { readonly min: number; readonly max: number; readonly integer?: boolean };
}

/** A file as the command line reads and analyses it. */
async function documentOf(
  header: string,
  rows: readonly (readonly (string | number)[])[],
  scales: readonly Scale[],
  groups: readonly string[] = [],
  more: {
    readonly asked?: readonly AskedColumn[];
    readonly optionsFor?: (table: FileTable) => Partial<AnalysisOptions>;
  } = {},
): Promise<ContractDocument> {
  const file = join(folder, 'answers.csv');
  writeFileSync(file, [header, ...rows.map((cells) => cells.join(','))].join('\n'));
  const parsed = parseInstrument({
    id: 'hard',
    title: { nl: 'Proef', en: 'Sample' },
    response: { min: 1, max: 5 },
    scales: scales.map(({ id, items, response }) => ({
      id,
      title: { nl: `Schaal ${id}`, en: `Scale ${id}` },
      items: items.map((item) => (typeof item === 'string' ? { id: item } : item)),
      ...(response === undefined ? {} : { response }),
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { table, faults } = await readAnswers(file, parsed.instrument, groups, () => undefined, more.asked);
  if (table === null) throw new Error(JSON.stringify(faults.named));
  const plain = { minimumGroup: 1, population: null, isBuiltIn: false };
  return analyseFile(table, parsed.instrument, { ...plain, ...more.optionsFor?.(table) });
}

/** The report in words, after checking that it comes as page and as PDF in both languages without a slip. */
async function wordsOf(document: ContractDocument): Promise<{ readonly nl: string; readonly en: string }> {
  const pageIn = async (language: 'nl' | 'en'): Promise<string> => {
    const page = Buffer.from(await renderAnalysis(document, { language, format: 'html' })).toString('utf8');
    const pdf = await renderAnalysis(document, { language, format: 'pdf' });
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    const text = page
      .replace(/<style>.*?<\/style>/gsu, '')
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ');
    expect(text).not.toMatch(/\b(?:NaN|null|undefined|Infinity)\b|[a-z][A-Z]{1}[a-z]+[A-Z]|\{|\}/u);
    return text;
  };
  expect(JSON.stringify(document)).not.toContain('NaN');
  return { nl: await pageIn('nl'), en: await pageIn('en') };
}

/** Answers that go together, the same every time. */
const trait = (row: number): number => 1 + ((row * 7) % 5);
const chance = seededRandom(7);
const noise = Array.from({ length: 100 }, () => Array.from({ length: 5 }, () => Math.floor(3 * chance()) - 1));
const near = (row: number, item: number): number => Math.min(5, Math.max(1, trait(row) + (noise[row]?.[item] ?? 0)));
const people = (count: number): number[] => Array.from({ length: count }, (_, row) => row);

describe('a forgotten reversal', () => {
  const rows = people(60).map((row) => [near(row, 0), near(row, 1), 6 - near(row, 2), 6 - near(row, 3), near(row, 4)]);

  test('is noticed for each item that needs it, and said in both languages; nothing is changed', async () => {
    const document = await documentOf('a,b,c,d,e', rows, [{ id: 'S', items: ['a', 'b', 'c', 'd', 'e'] }]);
    expect(document.warnings).toEqual([
      { kind: 'perhapsReversed', scale: 'S', items: ['c', 'd'], turned: [], isWholeScale: false },
    ]);
    expect(document.items[2]?.mean).toBeCloseTo(rows.reduce((sum, row) => sum + (row[2] ?? 0), 0) / 60, 12);
    const words = await wordsOf(document);
    expect(words.nl).toContain('Schaal S: c en d lopen tegen de andere vragen in.');
    expect(words.en).toContain('Scale S: c and d go against the other items.');
  });

  test('is not seen where the items are turned, nor in answers at random', async () => {
    const right = ['a', 'b', { id: 'c', reverse: true }, { id: 'd', reverse: true }, 'e'];
    expect((await documentOf('a,b,c,d,e', rows, [{ id: 'S', items: right }])).warnings).toEqual([]);

    const random = seededRandom(2);
    const answers = people(300).map(() => ['a', 'b', 'c', 'd', 'e'].map(() => 1 + Math.floor(5 * random())));
    const found = await documentOf('a,b,c,d,e', answers, [{ id: 'S', items: ['a', 'b', 'c', 'd', 'e'] }]);
    expect(found.warnings).toEqual([]);
  });

  test('of an item that was turned for nothing asks whether that is right', async () => {
    const wrong = ['a', 'b', { id: 'c', reverse: true }, { id: 'd', reverse: true }, { id: 'e', reverse: true }];
    const document = await documentOf('a,b,c,d,e', rows, [{ id: 'S', items: wrong }]);
    expect(warningSentences(document, 'nl')[0]).toContain('De vragenlijst draait e al om; klopt dat?');
    expect(warningSentences(document, 'en')[0]).toContain('The instrument turns e round already; is that right?');
  });

  test('in a scale of two items can be said, but not of which', async () => {
    const document = await documentOf(
      'a,b',
      people(60).map((row) => [near(row, 0), 6 - near(row, 1)]),
      [{ id: 'S', items: ['a', 'b'] }],
    );
    expect(document.warnings[0]).toMatchObject({ kind: 'perhapsReversed', isWholeScale: true });
    expect(warningSentences(document, 'nl')[0]).toContain('Schaal S: de vragen lopen tegen elkaar in.');
  });
});

test('two identical items are named, and figures that can’t be had say why', async () => {
  const rows = people(40).map((row) => [near(row, 0), near(row, 0), near(row, 2)]);
  const document = await documentOf('a,b,c', rows, [{ id: 'S', items: ['a', 'b', 'c'] }]);
  expect(document.warnings).toEqual([{ kind: 'identicalItems', items: ['a', 'b'] }]);
  expect(document.scales[0]).toMatchObject({ omegaTotal: null, undefined: { omegaTotal: 'singularCovariance' } });
  const words = await wordsOf(document);
  expect(words.nl).toContain('Iedereen gaf op a en b precies hetzelfde antwoord.');
  expect(words.nl).toContain('Een vraag is een kopie of een optelsom van andere vragen. Geldt voor: Schaal S (omega)');
  expect(words.en).toContain('Everyone gave exactly the same answer to a and b.');
  expect(words.en).toContain('An item is a copy or a sum of other items. Applies to: Scale S (omega)');
});

test('scores that are no whole numbers have means, but no counts and no rwg(j)', async () => {
  const rows = people(30).map((row) => [`u${row % 6}`, near(row, 0) + 0.25, near(row, 1) / 2, near(row, 2) * 1.1]);
  const response = { min: 0, max: 10, integer: false };
  const document = await documentOf('unit,a,b,c', rows, [{ id: 'S', items: ['a', 'b', 'c'], response }], ['unit']);
  expect(document.items[0]).toMatchObject({ counts: null, undefined: { counts: 'notInteger' } });
  const words = await wordsOf(document);
  expect(words.nl).toContain('Dit kan alleen bij vaste antwoordkeuzes, niet bij willekeurige getallen.');
  expect(words.en).toContain('This is only possible with fixed answer options, not with any number.');
});

test('seven answer options work, and the skewed rwg(j) says that it needs five', async () => {
  const rows = people(40).map((row) => [`u${row % 6}`, near(row, 0) + 2, near(row, 1) + 1, near(row, 2) + 2]);
  const response = { min: 1, max: 7 };
  const document = await documentOf('unit,a,b,c', rows, [{ id: 'S', items: ['a', 'b', 'c'], response }], ['unit']);
  expect(document.items[0]?.counts).toHaveLength(7);
  expect(document.scales[0]?.agreement?.rwgj?.mean).toEqual(expect.any(Number));
  const words = await wordsOf(document);
  expect(words.nl).toContain('Dit cijfer bestaat alleen bij vijf antwoordkeuzes. Geldt voor: Schaal S (rwg(j) scheef)');
  expect(words.en).toContain('This figure exists for five answer options only. Applies to: Scale S (rwg(j) skewed)');
});

test('a unit in which nobody answered has no figures, and the others do', async () => {
  const rows = people(36).map((row) => [
    `u${row % 6}`,
    ...(row % 6 === 2 ? ['', 'NA', ''] : [near(row, 0), near(row, 1), near(row, 2)]),
  ]);
  const document = await documentOf('unit,a,b,c', rows, [{ id: 'S', items: ['a', 'b', 'c'] }], ['unit']);
  const empty = document.groups.find(({ path }) => path[0] === 'u2');
  expect(empty).toMatchObject({ n: 6, published: true });
  expect(empty?.scales[0]).toMatchObject({
    n: 0,
    mean: null,
    undefined: { mean: 'noAnswers', ci95: 'noAnswers', rwgj: 'noAnswers' },
  });
  expect(document.groups.filter(({ scales }) => scales[0]?.mean !== null)).toHaveLength(5);
  const words = await wordsOf(document);
  expect(words.nl).toContain('Niemand gaf hier antwoord. Geldt voor: 1 groep (');
  expect(words.en).toContain('Nobody answered here. Applies to: 1 group (');
});

test('a unit of one has a mean, and no interval', async () => {
  const rows = people(31).map((row) => [
    row === 30 ? 'alone' : `u${row % 6}`,
    near(row, 0),
    near(row, 1),
    near(row, 2),
  ]);
  const document = await documentOf('unit,a,b,c', rows, [{ id: 'S', items: ['a', 'b', 'c'] }], ['unit']);
  const alone = document.groups.find(({ path }) => path[0] === 'alone');
  expect(alone?.scales[0]).toMatchObject({ n: 1, ci95: null, undefined: { ci95: 'tooFewAnswers' } });
  expect(document.scales[0]?.agreement?.icc1).toEqual(expect.any(Number));
  expect((await wordsOf(document)).nl).toContain('Er zijn te weinig antwoorden. Geldt voor: 1 groep (');
});

test('units of one all of them have no agreement, and the report says why', async () => {
  const rows = people(12).map((row) => [`u${row}`, near(row, 0), near(row, 1), near(row, 2)]);
  const document = await documentOf('unit,a,b,c', rows, [{ id: 'S', items: ['a', 'b', 'c'] }], ['unit']);
  expect(document.scales[0]?.agreement).toMatchObject({ icc1: null, undefined: { icc1: 'noReplication' } });
  expect(document.groups[0]?.scales[0]).toMatchObject({ shrunkMean: null, undefined: { shrunkMean: 'noReplication' } });
  const words = await wordsOf(document);
  expect(words.nl).toContain('Geen enkele groep heeft twee mensen: verschillen binnen een groep zijn niet te zien.');
  expect(words.en).toContain('No group has two people: differences within a group can’t be seen.');
});

describe('all options at once', () => {
  const rows = people(480).map((row) => {
    const at = row % 100;
    const q = [0, 1, 2, 3].map((item) => near(at, item));
    const other = [6 - near(at, 4), near((at * 3) % 100, 0), near((at * 7) % 100, 1)];
    return [
      `u${row % 12}`,
      row,
      row % 2 === 0 ? 'nl' : 'en',
      row % 3 === 0 ? 'vast' : 'flex',
      trait(at) * 10 + (row % 7),
      ...q,
      ...other,
    ];
  });
  const scales = [
    { id: 'S', items: ['a', 'b', 'c', 'd'] },
    { id: 'T', items: ['e', 'f', 'g'] },
  ];
  const margins = [
    {
      column: 'contract',
      totals: new Map([
        ['vast', 600],
        ['flex', 400],
      ]),
    },
  ];
  const asked = [
    { name: 'hours', option: 'outcome', kind: 'number' },
    { name: 'contract', option: 'margins', kind: 'label' },
    { name: 'language', option: 'dif', kind: 'label' },
    { name: 'id', option: 'id', kind: 'key' },
  ] as const;
  const optionsFor = (table: FileTable): Partial<AnalysisOptions> => ({
    drivers: { outcomes: ['hours', 'S'], also: [], resamples: 100 },
    margins,
    difColumn: 'language',
    previous: { table, idColumn: 'id' },
  });
  const header = 'unit,id,language,contract,hours,a,b,c,d,e,f,g';

  test('make one report in two languages, that speaks of what goes together and never of causes', async () => {
    const document = await documentOf(header, rows, scales, ['unit'], { asked, optionsFor });
    const { nl, en } = await wordsOf(document);
    expect(nl).toContain('Wat samenhangt met hours');
    expect(nl).toContain('hangt er het sterkst mee samen');
    expect(nl).toContain('Gewogen naar wie hier werken');
    expect(nl).toContain('Wat veranderde');
    expect(nl).toContain('Geen vraag werkt merkbaar anders tussen de groepen van language');
    expect(nl).not.toMatch(/leidt tot|veroorza|komt door de|effect op|invloed/iu);
    expect(en).toContain('What goes together with hours');
    expect(en).toContain('Weighted to who works here');
    expect(en).toContain('No item works noticeably differently between the groups of language');
    expect(en).not.toMatch(/leads? to|causes|drives|impact|influence/iu);
  });

  test('with figures that can’t be had give the reason in the reader’s language', async () => {
    const few = rows.slice(0, 4).map((row) => row.map((cell, at) => (at === 0 ? 'u0' : cell)));
    const document = await documentOf(header, few, scales, ['unit'], { asked, optionsFor });
    expect(document.drivers?.[0]?.undefined).toBeUndefined();
    expect(document.drivers?.[0]?.predictors[0]?.undefined).toMatchObject({ shapleyCi95: 'tooFewUnits' });
    const { nl, en } = await wordsOf(document);
    expect(nl).toContain('Marges van de aandelen zijn er niet. Er zijn te weinig groepen.');
    expect(nl).toContain('Of vragen anders werken tussen de groepen van language, is niet te toetsen');
    expect(nl).toContain('Er zijn geen twee groepen met genoeg mensen.');
    expect(en).toContain('Whether items work differently between the groups of language can’t be tested');
  });
});
