import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTable } from '@lerend/analysis';
import { afterAll, describe, expect, test } from 'vitest';
import { FaultList } from './fault.ts';
import { faultSentence } from './fault-sentences.ts';
import { loadPopulation } from './load-population.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-population-'));
afterAll(() => rmSync(folder, { recursive: true }));

const table: FileTable = {
  rows: 4,
  columns: new Map(),
  groupColumns: ['D', 'T'],
  paths: [
    ['Noord', 'A'],
    ['Zuid', 'A'],
    ['Zuid', 'B'],
  ],
  path: Int32Array.of(0, 1, 2, 2),
};

async function load(json: unknown): Promise<number[] | string[]> {
  const file = join(folder, 'p.json');
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  const loaded = await loadPopulation(file, table);
  if (!(loaded instanceof FaultList)) return Array.from(loaded);
  return loaded.named.map((fault) => faultSentence({ ...fault, file: 'p.json' }, 'en'));
}

describe('head counts per unit', () => {
  test('go by the unit’s name, or its whole path; other units may be there', async () => {
    expect(await load({ 'Noord › A': 3, 'Zuid › A': 1, B: 4, C: 9 })).toEqual([3, 1, 4]);
  });

  test('each fault is one sentence', async () => {
    expect(await load({ A: 3, B: 1 })).toEqual([
      "p.json: there is more than one unit 'A'; write the whole path, with ' › ' in between",
      "p.json: there is more than one unit 'A'; write the whole path, with ' › ' in between",
      "p.json: 'Zuid › B' has 1 people, but 2 answers",
    ]);
    expect(await load({ 'Noord › A': 3, B: 2.5 })).toEqual([
      "p.json: the head count of 'B' is no whole number of 0 or more",
      "p.json: the head count of 'Zuid › A' is missing",
    ]);
    expect(await load([1])).toEqual(['p.json: this should be { "unit": head count }']);
    expect((await load('{'))[0]).toMatch(/^p\.json: this is no valid JSON/);
  });
});
