import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTable } from '@lerend/analysis';
import type { AnalysisInstrument } from '@lerend/instrument';
import { afterAll, describe, expect, test } from 'vitest';
import { NAMED_FAULTS } from './fault.ts';
import { faultSentence } from './fault-sentences.ts';
import { readAnswers } from './read-answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const title = { nl: 's', en: 's' };
const instrument: AnalysisInstrument = {
  id: 's',
  title,
  response: { min: 1, max: 5 },
  scales: [
    { id: 'S', title, items: [{ id: 'Q1' }, { id: 'Q2' }] },
    { id: 'T', title, items: [{ id: 'X' }], response: { min: 0, max: 10, integer: false } },
    { id: 'U', title, items: [{ id: 'Z' }], response: { min: 0, max: 10 } },
  ],
};

async function read(
  content: string | Uint8Array,
  groups: readonly string[] = [],
): Promise<{ table: FileTable | null; sentences: string[]; total: number }> {
  const file = join(folder, 'a.csv');
  writeFileSync(file, content);
  const { table, faults } = await readAnswers(file, instrument, groups, () => undefined);
  const sentences = faults.named.map((fault) => faultSentence({ ...fault, file: 'a.csv' }, 'nl'));
  return { table, sentences, total: faults.total };
}

function codes(table: FileTable | null, id: string): readonly number[] {
  const column = table?.columns.get(id);
  return column?.kind === 'options' ? Array.from(column.codes) : Array.from(column?.values ?? []);
}

describe('answers from a file', () => {
  test('become numbers of options, 0 where nothing was answered, whatever the order of the columns', async () => {
    const { table } = await read('Z,other,Q2,X,Q1\n0,x,5,2.5,1\n10,y,NA,,\n7,"z, z"," 3 ",1e1,4.0\n');
    expect(table?.rows).toBe(3);
    expect(codes(table, 'Q1')).toEqual([1, 0, 4]);
    expect(codes(table, 'Q2')).toEqual([5, 0, 3]);
    expect(codes(table, 'Z')).toEqual([1, 11, 8]);
    expect(codes(table, 'X')).toEqual([2.5, Number.NaN, 10]);
  });

  test('a decimal comma is understood where the separator is a semicolon', async () => {
    expect(codes((await read('Q1;Q2;X;Z\n1;2;2,5;3\n')).table, 'X')).toEqual([2.5]);
    expect((await read('Q1,Q2,X,Z\n1,2,"2,5",3\n')).sentences).toEqual([
      "a.csv, regel 2, kolom X: '2,5' is geen getal",
    ]);
  });

  test('units make paths, from the top down; a person may have none, or stop halfway', async () => {
    const { table } = await read(
      'D,T,Q1,Q2,X,Z\nNoord,A,1,1,1,1\nNoord,,1,1,1,1\n,,1,1,1,1\nNoord,A,1,1,1,1\nZuid,A,1,1,1,1\n',
      ['D', 'T'],
    );
    expect(table?.paths).toEqual([['Noord', 'A'], ['Noord'], ['Zuid', 'A']]);
    expect(Array.from(table?.path ?? [])).toEqual([0, 1, -1, 0, 2]);
  });

  test('more rows than the first capacity keep every answer', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, row) => `${(row % 5) + 1},${row % 7 === 0 ? '' : 3},${row / 1000},${row % 11}`,
    );
    const { table } = await read(`Q1,Q2,X,Z\n${lines.join('\n')}`);
    expect(table?.rows).toBe(10_000);
    expect(codes(table, 'Q1').every((code, row) => code === (row % 5) + 1)).toBe(true);
    expect(codes(table, 'Q2').every((code, row) => code === (row % 7 === 0 ? 0 : 3))).toBe(true);
    expect(codes(table, 'X')[9999]).toBe(9.999);
    expect(codes(table, 'Z').every((code, row) => code === (row % 11) + 1)).toBe(true);
  });
});

describe('columns that an option asks for', () => {
  const asked = [
    { name: 'age', option: 'also', kind: 'number' },
    { name: 'D', option: 'margins', kind: 'label' },
    { name: 'Q1', option: 'outcome', kind: 'number' },
    { name: 'key', option: 'id', kind: 'key' },
  ] as const;
  const readAsked = async (content: string, groups: readonly string[] = []) => {
    const file = join(folder, 'asked.csv');
    writeFileSync(file, content);
    const { table, faults } = await readAnswers(file, instrument, groups, () => undefined, asked);
    return { table, sentences: faults.named.map((fault) => faultSentence({ ...fault, file: 'a.csv' }, 'nl')) };
  };

  test('come beside the items and units, and may be an item or a unit as well', async () => {
    const { table } = await readAsked(
      'key,D,age,Q1,Q2,X,Z\na,Noord,41.5,1,1,1,1\nb,,NA,,1,1,1\nNA,Noord,-3e2,5,1,1,1\n',
      ['D'],
    );
    expect(Array.from(table?.numbers?.get('age') ?? [])).toEqual([41.5, Number.NaN, -300]);
    expect(Array.from(table?.numbers?.get('Q1') ?? [])).toEqual([1, Number.NaN, 5]);
    expect(codes(table, 'Q1')).toEqual([1, 0, 5]);
    expect(table?.labels?.get('D')).toEqual({ names: ['Noord'], codes: Int32Array.of(0, -1, 0) });
    expect(table?.labels?.get('key')).toEqual({ names: ['a', 'b'], codes: Int32Array.of(0, 1, -1) });
    expect(table?.paths).toEqual([['Noord']]);
  });

  test('that are missing, hold text where a number belongs, or repeat a key, are named with their option', async () => {
    expect((await readAsked('key,D,Q1,Q2,X,Z\na,N,1,1,1,1\n')).sentences).toEqual([
      'a.csv, kolom age: deze kolom van --also staat niet in het bestand',
    ]);
    expect((await readAsked('key,D,age,age,Q1,Q1,Q2,X,Z\na,N,1,1,1,1,1,1,1\n')).sentences).toEqual([
      'a.csv, regel 1, kolom age: deze kolomnaam staat er meer dan eens',
      'a.csv, regel 1, kolom Q1: deze kolomnaam staat er meer dan eens',
    ]);
    expect((await readAsked('key,D,age,Q1,Q2,X,Z\na,N,oud,1,1,1,1\n\na,N,3,1,1,1,1\n')).sentences).toEqual([
      "a.csv, regel 2, kolom age: 'oud' is geen getal",
      "a.csv, regel 4, kolom key: 'a' stond al op regel 2; ieder mens heeft een eigen kenmerk nodig",
    ]);
  });
});

test('a code for “don’t know” is no answer where the instrument names it, and a fault where it doesn’t', async () => {
  const file = join(folder, 'codes.csv');
  writeFileSync(file, 'Q1,Q2,X,Z\n9,1,1,1\n2,1,1,1\n');
  const named = { ...instrument, response: { ...instrument.response, missing: [9] } };
  const { table } = await readAnswers(file, named, [], () => undefined);
  expect(codes(table, 'Q1')).toEqual([0, 2]);
  expect((await readAnswers(file, instrument, [], () => undefined)).table).toBeNull();
});

describe('a file with faults', () => {
  test.each([
    ['nothing in it', '', ['a.csv: het bestand is leeg']],
    ['only names', 'Q1,Q2,X,Z\n', ['a.csv: er staan wel kolomnamen in, maar geen antwoorden']],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0, 0, 0, 0x0d),
      ['a.csv: dit is geen tekstbestand met antwoorden'],
    ],
    [
      'a missing column',
      'Q1,X,Z\n1,1,1\n',
      ['a.csv, kolom Q2: deze kolom staat in de vragenlijst, maar niet in het bestand'],
    ],
    [
      'a repeated column',
      'Q1,Q2,Q1,X,Z\n1,1,1,1,1\n',
      ['a.csv, regel 1, kolom Q1: deze kolomnaam staat er meer dan eens'],
    ],
    ['a short line', 'Q1,Q2,X,Z\n1,1,1,1\n1\n', ['a.csv, regel 3: deze regel heeft 1 cel, de eerste regel 4']],
    ['an open quote', 'Q1,Q2,X,Z\n1,"1,1,1\n', ['a.csv, regel 2: hier begint een aanhalingsteken dat nergens sluit']],
  ])('%s', async (_name, content, expected) => {
    const { table, sentences } = await read(content);
    expect(table).toBeNull();
    expect(sentences).toEqual(expected);
  });

  test('names that aren’t UTF-8 are refused where they stand', async () => {
    const bytes = Uint8Array.from(Buffer.from('D,Q1,Q2,X,Z\nCaf\xe9,1,1,1,1\n', 'latin1'));
    const { sentences } = await read(bytes, ['D']);
    expect(sentences).toEqual(['a.csv, regel 2, kolom D: de tekst is geen UTF-8; bewaar het bestand als CSV UTF-8']);
  });

  test('a unit without the unit above it, and a group column that isn’t there', async () => {
    expect((await read('D,T,Q1,Q2,X,Z\n,A,1,1,1,1\n', ['D', 'T'])).sentences).toEqual([
      'a.csv, regel 2, kolom D: deze is leeg, terwijl het onderdeel eronder is ingevuld',
    ]);
    expect((await read('Q1,Q2,X,Z\n1,1,1,1\n', ['D'])).sentences).toEqual([
      'a.csv, kolom D: deze kolom van --group staat niet in het bestand',
    ]);
  });

  test('of many faults the first are named and all are counted', async () => {
    const { sentences, total } = await read(`Q1,Q2,X,Z\n${'9,1,1,1\n'.repeat(500)}`);
    expect(sentences).toHaveLength(NAMED_FAULTS);
    expect(sentences[0]).toBe("a.csv, regel 2, kolom Q1: '9' valt buiten 1–5");
    expect(total).toBe(500);
  });

  test('a file that isn’t there is said so', async () => {
    const { faults } = await readAnswers(join(folder, 'none.csv'), instrument, [], () => undefined);
    expect(faults.named.map((fault) => faultSentence({ ...fault, file: 'none.csv' }, 'en'))).toEqual([
      "none.csv: this file isn't there",
    ]);
  });
});
