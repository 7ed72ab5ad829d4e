import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { sampleSnapshot } from '../testing/sample-snapshot.ts';
import { csvOf } from './csv.ts';
import { renderTable } from './render-table.ts';

const snapshot = sampleSnapshot({ top: '=1+1', north: 'Noord; "Oost"', small: 'Klein' });
const csv = async (language: 'nl' | 'en', part: 'areas' | 'items'): Promise<string> =>
  Buffer.from(await renderTable(snapshot, { language, format: 'csv', part })).toString('utf8');

describe('the result as a table', () => {
  test.each([
    ['nl', ';'],
    ['en', ','],
  ] as const)('a CSV in %s begins with the mark of UTF-8 and is split by %s', async (language, delimiter) => {
    const text = await csv(language, 'areas');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows = parse(text, { bom: true, delimiter, columns: false }) as string[][];
    expect(rows).toHaveLength(1 + snapshot.units.length * snapshot.areaIds.length);
    expect(rows.some(([unit]) => unit === '\'=1+1 › Noord; "Oost"')).toBe(true);
  });

  test('a unit without figures has empty cells, never a nought', async () => {
    const rows = parse(await csv('nl', 'areas'), { bom: true, delimiter: ';' }) as string[][];
    const small = rows.filter(([unit]) => unit?.endsWith('Klein'));
    expect(small).toHaveLength(11);
    for (const row of small) expect(row.slice(2).every((cell) => cell === '')).toBe(true);
  });

  test('no cell of a CSV begins as a formula, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝'), (rest, start) => {
        const text = csvOf({ name: '', header: ['a'], rows: [[start + rest]] }, 'nl');
        const [, row] = parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][];
        expect(row?.[0]?.startsWith("'")).toBe(true);
        expect(row?.[0]?.slice(1)).toBe(start + rest);
      }),
    );
  });

  test('the XLSX has the areas and the items, with numbers as numbers and a formula as plain text', async () => {
    const sheets = await readXlsxFile(Buffer.from(await renderTable(snapshot, { language: 'en', format: 'xlsx' })));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Areas', 'Questions']);
    const [header, first] = sheets[0]?.data ?? [];
    expect(header?.slice(0, 4)).toEqual(['Unit', 'Area', 'Answers', 'Score (0–100)']);
    expect(first?.[0]).toBe('=1+1');
    expect(first?.[3]).toBe(snapshot.units[0]?.areas[0]?.cell?.score);
  });
});
