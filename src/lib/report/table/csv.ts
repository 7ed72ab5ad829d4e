import type { Language } from '../language.ts';
import type { ResultTable, TableCell } from './result-rows.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const separators: Record<Language, string> = { nl: ';', en: ',' };

/** A spreadsheet runs a text that begins like this as a formula; the apostrophe makes it text again (OWASP, CSV injection). */
const looksLikeFormula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function field(cell: TableCell, separator: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = looksLikeFormula.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/u.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The separator follows the language, because Excel splits on that of its own locale; the mark tells it that this is UTF-8. */
export function csvOf(table: ResultTable, language: Language): string {
  const separator = separators[language];
  const lines = [table.header, ...table.rows].map((row) => row.map((cell) => field(cell, separator)).join(separator));
  return BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END;
}
