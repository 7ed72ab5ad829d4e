type Cell = string | number | null;

/**
 * Plain CSV for statistics programs (RFC 4180): comma, UTF-8 without a byte order mark, an empty cell for null. For a
 * spreadsheet `#lib/report` has its own, with what that needs.
 */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
