import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTable } from '@lerend/analysis';
import { afterAll, describe, expect, test } from 'vitest';
import { FaultList } from './fault.ts';
import { faultSentence } from './fault-sentences.ts';
import { checkMargins, loadMargins } from './load-margins.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-margins-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'margins.json');

const sentencesOf = (faults: FaultList, language: 'nl' | 'en' = 'nl'): string[] =>
  faults.named.map((fault) => faultSentence({ ...fault, file: 'm.json' }, language));

async function load(json: string): Promise<string[] | Awaited<ReturnType<typeof loadMargins>>> {
  writeFileSync(file, json);
  const found = await loadMargins(file);
  return found instanceof FaultList ? sentencesOf(found) : found;
}

describe('the margins of a population', () => {
  test('are counts per value of a column', async () => {
    expect(await load('{"sex": {"1": 40, "2": 60}, "age": {"oud": 99.5, "jong": 0.5}}')).toEqual([
      {
        column: 'sex',
        totals: new Map([
          ['1', 40],
          ['2', 60],
        ]),
      },
      {
        column: 'age',
        totals: new Map([
          ['oud', 99.5],
          ['jong', 0.5],
        ]),
      },
    ]);
  });

  test.each([
    ['[]', 'm.json: hier hoort { "KOLOM": { "waarde": aantal mensen } } te staan'],
    ['{}', 'm.json: hier hoort { "KOLOM": { "waarde": aantal mensen } } te staan'],
    ['{"sex": 3}', 'm.json: hier hoort { "KOLOM": { "waarde": aantal mensen } } te staan'],
    ['{"sex": {"1": 0, "2": 6}}', "m.json, kolom sex: het aantal mensen bij '1' is geen getal boven 0"],
    ['{"sex": {"1": 4}, "age": {"oud": 5}}', 'm.json, kolom age: samen 5 mensen, terwijl het er bij sex 4 zijn'],
  ])('%s is refused in a sentence', async (json, sentence) => {
    expect(await load(json)).toEqual([sentence]);
  });

  test('must have the values of the answers, no more and no fewer', () => {
    const labels = new Map([['sex', { names: ['1', '3'], codes: Int32Array.of(0, 1) }]]);
    const table: FileTable = {
      rows: 2,
      columns: new Map(),
      groupColumns: [],
      paths: [],
      path: Int32Array.of(-1, -1),
      labels,
    };
    const margins = [
      {
        column: 'sex',
        totals: new Map([
          ['1', 4],
          ['2', 6],
        ]),
      },
    ];
    const faults = checkMargins(margins, table, { answers: 'a.csv', margins: 'm.json' });
    expect(sentencesOf(faults, 'en')).toEqual([
      "m.json, column sex: '3' occurs here, but isn't in m.json",
      "m.json, column sex: nobody in a.csv has '2': there is nobody to give its weight to",
    ]);
  });
});
