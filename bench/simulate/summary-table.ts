import { fewestUnitsHeld, intervals, nameOfCell, shareOf } from '@lerend/analysis/simulation';
import type { SimulatedCell } from '@lerend/analysis/simulation';

/** What was found, a row per kind of organisation, in Markdown: in METHOD.md and on the terminal alike. */
export function summaryTable(cells: readonly SimulatedCell[]): string {
  const header = [
    'units, sizes, response',
    ...intervals,
    'as shown, least of four',
    'wrong marks',
    'level named alone: said',
    'true',
  ];
  const rows = cells.map((one) => {
    const share = (name: string) => inTenths(shareOf(one, name));
    const shown = intervals.flatMap((name) => shareOf(one, `${name}/shown`) ?? []);
    const isHeld = one.cell.units >= fewestUnitsHeld;
    return [
      `${nameOfCell(one.cell)}${isHeld ? '' : ' *'}`,
      ...intervals.map(share),
      inTenths(shown.length > 0 ? Math.min(...shown) : null),
      share('wrong share per organisation'),
      share('level named alone/stated'),
      share('level named alone'),
    ];
  });
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return [line(header), line(header.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Per cent in one decimal; a dash where nothing was counted. */
function inTenths(share: number | null): string {
  return share === null ? '–' : (100 * share).toFixed(1);
}
