import type { FileTable, MarginRequest } from '@lerend/analysis';
import { FaultList } from './fault.ts';
import { readJson } from './read-json.ts';

/** Margins may differ by no more than this share in what they add up to: rounding of shares, no people. */
const SUM_TOLERANCE = 1e-9;

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The population's margins from a file `{ "COLUMN": { "value": population count } }`, all with the same sum. */
export async function loadMargins(file: string): Promise<readonly MarginRequest[] | FaultList> {
  const faults = new FaultList();
  const read = await readJson(file);
  if ('fault' in read) {
    faults.add(read.fault);
    return faults;
  }
  const { json } = read;
  if (!isObject(json) || Object.keys(json).length === 0 || !Object.values(json).every(isObject)) {
    faults.add({ file, problem: { kind: 'marginsShape' } });
    return faults;
  }
  const margins = Object.entries(json as Record<string, Record<string, unknown>>).map(([column, values]) => {
    const totals = new Map<string, number>();
    for (const [value, count] of Object.entries(values)) {
      if (typeof count === 'number' && Number.isFinite(count) && count > 0) totals.set(value, count);
      else faults.add({ file, column, problem: { kind: 'marginCount', text: value } });
    }
    return { column, totals };
  });
  const [first, ...others] = margins.map(({ column, totals }) => ({
    column,
    sum: [...totals.values()].reduce((sum, count) => sum + count, 0),
  }));
  for (const { column, sum } of faults.total > 0 || first === undefined ? [] : others) {
    if (Math.abs(sum - (first?.sum ?? 0)) > SUM_TOLERANCE * sum) {
      const problem = { kind: 'marginSums', first: first?.column ?? '', firstSum: first?.sum ?? 0, sum } as const;
      faults.add({ file, column, problem });
    }
  }
  return faults.total === 0 ? margins : faults;
}

/** Whether the answers and the margins have the same values: a weight can't be made from nobody, nor for nothing. */
export function checkMargins(
  margins: readonly MarginRequest[],
  table: FileTable,
  files: { readonly answers: string; readonly margins: string },
): FaultList {
  const faults = new FaultList();
  for (const { column, totals } of margins) {
    const given = new Set(table.labels?.get(column)?.names);
    for (const value of given) {
      if (totals.has(value)) continue;
      faults.add({
        file: files.answers,
        column,
        problem: { kind: 'valueOutsideMargin', text: value, margins: files.margins },
      });
    }
    for (const value of totals.keys()) {
      if (given.has(value)) continue;
      faults.add({
        file: files.margins,
        column,
        problem: { kind: 'valueNobodyGave', text: value, answers: files.answers },
      });
    }
  }
  return faults;
}
