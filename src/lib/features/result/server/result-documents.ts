import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { renderResult } from '#lib/report/index.ts';
import type { TablePart } from '#lib/report/index.ts';
import { resultMessages } from '../messages.ts';
import { fileName } from './file-name.ts';
import { loadResult, unitIn } from './load-result.ts';
import { readable } from './snapshot-of.ts';
import { tableInThread } from './table-in-thread.ts';

export interface ResultFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
}

/** The result of one unit as a tagged PDF. Set in a thread of its own, so that nobody waits for it but who asked. */
export async function resultDocument(
  context: Context,
  scanId: string,
  unitId: string | null = null,
): Promise<ResultFile> {
  const loaded = await loadResult(context, scanId);
  const unit = unitIn(context, loaded, unitId);
  const { scan, snapshot } = loaded;
  const top = snapshot.units.find(({ depth }) => depth === 0);
  const bytes = await renderResult(snapshot, {
    language: context.language,
    unitId: unit.id,
    organisation: top?.name ?? unit.name,
    scanTitle: scan.title,
    date: dayOf(loaded.madeAt),
  });
  return {
    bytes,
    contentType: 'application/pdf',
    fileName: `${fileName(context.language, unit.name, scan.title)}.pdf`,
  };
}

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** What may be shown of all units that this reader may see: one workbook, or one table of it as CSV. */
export async function resultTable(
  context: Context,
  scanId: string,
  wish: { readonly format: 'xlsx' } | { readonly format: 'csv'; readonly part: TablePart },
): Promise<ResultFile> {
  const loaded = await loadResult(context, scanId);
  const { language } = context;
  const bytes = await tableInThread(readable(loaded).snapshot, { language, ...wish });
  const about =
    wish.format === 'csv'
      ? resultMessages(language)(`file-${wish.part}`)
      : formatDay(dayOf(loaded.madeAt), language, 'short');
  return {
    bytes,
    contentType: contentTypes[wish.format],
    fileName: `${fileName(language, loaded.scan.title, about)}.${wish.format}`,
  };
}
