import { fewestUnitsThatHold, intervals, nameOfCell, pooled, shareOf } from '@lerend/analysis/simulation';
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
    const isHeld = one.cell.units >= fewestUnitsThatHold;
    return [
      `${nameOfCell(one.cell)}${isHeld ? '' : ' *'}`,
      ...intervals.map(share),
      inTenths(shown.length > 0 ? Math.min(...shown) : null),
      share('wrong share per organisation'),
      share('level named alone/stated'),
      share('level named alone'),
    ];
  });
  return markdown(header, rows);
}

const unitParts = [
  ['n 5-9', '5–9 answers'],
  ['n 10-19', '10–19 answers'],
  ['n 20-49', '20–49 answers'],
  ['n 50+', '50 answers or more'],
  ['middle', 'within 1 sd of the middle'],
  ['1-2 sd away', '1–2 sd away'],
  ['over 2 sd away', 'over 2 sd away'],
] as const;

/** For which units the interval of the climate holds: by how many answered, and how far they truly lie from the middle. */
export function unitPartsTable(cells: readonly SimulatedCell[]): string {
  const groups = [
    ['5 units', (units: number) => units < 10],
    ['10 units', (units: number) => units >= 10 && units < fewestUnitsThatHold],
    [`from ${fewestUnitsThatHold} units`, (units: number) => units >= fewestUnitsThatHold],
  ] as const;
  const rows = unitParts.map(([part, name]) => [
    name,
    ...groups.map(([, isIn]) => {
      const inGroup = cells.filter(({ cell }) => isIn(cell.units) && cell.areas.some((area) => area.intraclass > 0));
      const { held, of } = pooled(inGroup, `climate unit:${part}`);
      return inTenths(of > 0 ? held / of : null);
    }),
  ]);
  return markdown(['unit', ...groups.map(([name]) => name)], rows);
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return [line(header), line(header.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Per cent in one decimal; a dash where nothing was counted. */
function inTenths(share: number | null): string {
  return share === null ? '–' : (100 * share).toFixed(1);
}
