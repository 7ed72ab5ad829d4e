import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseFile } from '@lerend/analysis';
import type { AnalysisOptions, ContractDocument, FileTable } from '@lerend/analysis';
import type { AnalysisInstrument, AnalysisResponse } from '@lerend/instrument';
import { personScores, reverseColumn } from '@lerend/psychometrics';
import type { AnswerColumn } from '@lerend/psychometrics';
import type { AskedColumn } from '../../cli/analyse/other-columns.ts';
import { readAnswers } from '../../cli/analyse/read-answers.ts';

export interface DataRequest {
  readonly data: string;
  readonly scales: Readonly<Record<string, readonly string[]>>;
  readonly reverse?: readonly string[];
  readonly response: AnalysisResponse;
  readonly groups?: readonly string[];
  /** Rows to keep, by the cells of the file. */
  readonly keep?: (cells: Readonly<Record<string, string>>) => boolean;
  /** Head count of a unit from its number of rows. */
  readonly headsFrom?: (rows: number, path: readonly string[]) => number;
  /** Columns to make from the cells of a row. */
  readonly add?: Readonly<Record<string, (cells: Readonly<Record<string, string>>) => string>>;
  /** Columns beside the items and units. */
  readonly asked?: readonly AskedColumn[];
  /** What is asked of the analysis beside the plain one. */
  readonly options?: Partial<AnalysisOptions>;
}

export interface Analysed {
  readonly document: ContractDocument;
  readonly table: FileTable;
  readonly instrument: AnalysisInstrument;
}

function instrumentOf({ data, scales, reverse = [], response }: DataRequest): AnalysisInstrument {
  const title = { nl: data, en: data };
  const items = (ids: readonly string[]) => ids.map((id) => ({ id, reverse: reverse.includes(id) }));
  return { id: data, title, response, scales: Object.entries(scales).map(([id, ids]) => ({ id, title: { nl: id, en: id }, items: items(ids) })) };
}

async function readTable(request: DataRequest, instrument: AnalysisInstrument): Promise<FileTable> {
  const file = fileURLToPath(new URL(`data/${request.data}.csv`, import.meta.url));
  const { keep = () => true, add = {} } = request;
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    let path = file;
    if (request.keep !== undefined || request.add !== undefined) {
      const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
      const names = header.split(',');
      const cellsOf = (line: string) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell]));
      path = join(folder, 'kept.csv');
      const kept = lines.filter((line) => keep(cellsOf(line)));
      const added = (line: string) => [line, ...Object.values(add).map((make) => make(cellsOf(line)))].join(',');
      writeFileSync(path, [[header, ...Object.keys(add)].join(','), ...kept.map(added)].join('\n'));
    }
    const { table, faults } = await readAnswers(path, instrument, request.groups ?? [], () => undefined, request.asked);
    if (table === null) throw new Error(JSON.stringify(faults.named));
    return table;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads a data file as the command line does, and analyses it with nothing withheld. */
export async function analysed(request: DataRequest): Promise<Analysed> {
  const instrument = instrumentOf(request);
  const table = await readTable(request, instrument);
  const { headsFrom } = request;
  const sizes = new Float64Array(table.paths.length);
  for (const path of table.path) if (path >= 0) sizes[path] = (sizes[path] ?? 0) + 1;
  const population =
    headsFrom === undefined ? null : Float64Array.from(table.paths, (path, index) => headsFrom(sizes[index] ?? 0, path));
  const options = { minimumGroup: 1, population, isBuiltIn: false, ...request.options };
  return { document: analyseFile(table, instrument, options), table, instrument };
}

/** The columns of one scale, the right way round. */
export function scaleColumns({ table, instrument }: Analysed, id: string): readonly AnswerColumn[] {
  const scale = instrument.scales.find((each) => each.id === id);
  return (scale?.items ?? []).map(({ id: item, reverse }) => {
    const column = table.columns.get(item);
    if (column === undefined) throw new Error(`No column ${item}.`);
    return reverse === true ? reverseColumn(column) : column;
  });
}

export function scaleScores(from: Analysed, id: string): Float64Array {
  return personScores(scaleColumns(from, id));
}

/** What the document says about one scale. */
export function scaleOf({ document }: Analysed, id: string): ContractDocument['scales'][number] {
  const scale = document.scales.find((each) => each.id === id);
  if (scale === undefined) throw new Error(`No scale ${id}.`);
  return scale;
}

/** What the document says about one scale in one unit. */
export function groupScaleOf({ document }: Analysed, unit: string, id: string): ContractDocument['groups'][number]['scales'][number] {
  const group = document.groups.find(({ path, scales }) => path.join(' ') === unit && scales.length > 0);
  const scale = group?.scales.find((each) => each.id === id);
  if (scale === undefined) throw new Error(`No scale ${id} in unit ${unit}.`);
  return scale;
}
