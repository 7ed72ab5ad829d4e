import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forms, items, outcomeItems } from '@lerend/instrument';
import { afterAll, describe, expect, test } from 'vitest';
import { areaQualities } from './area-quality.ts';
import { rowsAsCsv, rowsAsSav } from './export-rows.ts';
import { researchVariables } from './research-variables.ts';
import { sampleRows } from './testing/sample-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sample = sampleRows(80);

describe('the rows of a pilot', () => {
  test('as CSV are a file that `lerend analyse` takes as it is, with the same figures as the page of the research', () => {
    const file = join(folder, 'rows.csv');
    writeFileSync(file, rowsAsCsv(sample));
    const lerend = fileURLToPath(new URL('../../../../../cli/lerend.ts', import.meta.url));
    const printed = execFileSync(process.execPath, [lerend, 'analyse', file, '--instrument', 'leervermogen']);
    const {
      respondents,
      items: analysed,
      scales,
    } = JSON.parse(printed.toString()) as {
      respondents: number;
      items: { id: string; missing: number }[];
      scales: { id: string; alpha: { pairwise: number } }[];
    };
    expect(respondents).toBe(80);
    const missing = sample.rows.filter(({ items: row }) => row[0] === 0 || row[0] === 9).length;
    expect(missing).toBeGreaterThan(0);
    expect(analysed.find(({ id }) => id === 'SV1')?.missing).toBe(missing);
    const here = areaQualities('full', sample.rows);
    expect(here.map(({ areaId }) => areaId)).toEqual(scales.map(({ id }) => id));
    expect(here.map(({ alpha }) => alpha)).toEqual(scales.map(({ alpha }) => Math.round(alpha.pairwise * 100) / 100));
  });

  test('as CSV begin without a byte order mark and hold codes only', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(rowsAsCsv(sample));
    expect(text).toMatch(/^SV1,[A-Z0-9,]+,language,speed\n([1-59]?,){52}[12]?,[1-4]?\n/);
  });

  test('fit a system file of SPSS in both languages: every label is short enough', () => {
    for (const language of ['nl', 'en'] as const)
      expect(rowsAsSav(sample, language, '2026-11-23').length).toBeGreaterThan(80 * 54 * 8);
  });

  test('have a variable for every item that any form asks', () => {
    const all = [...items, ...outcomeItems].map(({ id }) => id);
    expect(all).toHaveLength(forms.full.areaItemCount + outcomeItems.length);
    const variables = researchVariables(all);
    expect(variables.slice(0, -2).every(({ label, scale }) => label.nl && label.en && scale)).toBe(true);
    expect(variables.map(({ name }) => name)).toEqual([...all, 'language', 'speed']);
  });
});

describe('how well an area measured', () => {
  test('is undefined for one question, and for people who all answer the same', () => {
    expect(areaQualities('pulse', sampleRows(60).rows).every(({ alpha }) => alpha === null)).toBe(true);
    const same = sample.rows.map((row) => ({ ...row, items: row.items.map(() => 3) }));
    expect(areaQualities('full', same)[0]).toMatchObject({ alpha: null, alphaLow: null, n: 80, dontKnow: 0 });
  });

  test('says which part of the answers was “weet ik niet”, without what was left open', () => {
    const [first] = areaQualities(
      'full',
      [9, 9, 1, 0].map((answer) => ({ items: new Uint8Array(52).fill(answer), language: null, speedBand: null })),
    );
    expect(first?.dontKnow).toBe(67);
  });
});
