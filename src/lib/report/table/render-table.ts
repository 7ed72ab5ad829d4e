import type { Snapshot } from '@lerend/analysis';
import writeXlsxFile from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import type { Language } from '../language.ts';
import { wordsIn } from '../language.ts';
import { csvOf } from './csv.ts';
import { profileTable, profileTables } from './profile-rows.ts';
import { areaTable, groupTable, itemTable } from './result-rows.ts';
import type { ResultTable } from './result-rows.ts';

export type TablePart = 'areas' | 'items' | 'groups';

export type TableOptions =
  | { readonly language: Language; readonly format: 'xlsx' }
  /** A CSV holds one table: the areas by unit, the items by unit, or the groups of profile questions. */
  | { readonly language: Language; readonly format: 'csv'; readonly part: TablePart };

const WIDEST_COLUMN = 60;

function sheet({ name, header, rows }: ResultTable) {
  const data: SheetData = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => {
        if (value === null) return null;
        return typeof value === 'number' ? { value, type: Number } : { value, type: String };
      }),
    ),
  ];
  const columns = header.map((label, index) => ({
    width: Math.min(WIDEST_COLUMN, Math.max(label.length, ...rows.map((row) => String(row[index] ?? '').length)) + 2),
  }));
  return { sheet: name, data, columns, stickyRowsCount: 1 };
}

/** What may be shown, as a spreadsheet: figures of the snapshot and nothing else. Texts are text, never a formula. */
export async function renderTable(snapshot: Snapshot, options: TableOptions): Promise<Uint8Array> {
  const words = wordsIn(options.language);
  if (options.format === 'csv') {
    const table = { areas: areaTable, items: itemTable, groups: profileTable }[options.part];
    return new TextEncoder().encode(csvOf(table(snapshot, words), options.language));
  }
  const groups = groupTable(snapshot, words);
  const tables = [
    areaTable(snapshot, words),
    itemTable(snapshot, words),
    ...(groups.rows.length > 0 ? [groups] : []),
    ...profileTables(snapshot, words),
  ];
  const file = await writeXlsxFile(tables.map(sheet)).toBuffer();
  return new Uint8Array(file);
}
