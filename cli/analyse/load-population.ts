import type { FileTable } from '@lerend/analysis';
import { FaultList } from './fault.ts';
import { readJson } from './read-json.ts';

const BETWEEN_UNITS = ' › ';

/**
 * The head counts of a file `{ "unit": heads }`, in the order of the table's paths. A unit is named by its own name,
 * or by its whole path with ' › ' in between. Units without answers may be in the file; they aren't used.
 */
export async function loadPopulation(file: string, table: FileTable): Promise<Float64Array | FaultList> {
  const faults = new FaultList();
  const read = await readJson(file);
  if ('fault' in read) {
    faults.add(read.fault);
    return faults;
  }
  const { json } = read;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    faults.add({ file, problem: { kind: 'populationShape' } });
    return faults;
  }
  const heads = new Map(Object.entries(json));
  for (const [unit, count] of heads) {
    if (!Number.isInteger(count) || count < 0) faults.add({ file, problem: { kind: 'headsNotWhole', unit } });
  }
  const names = table.paths.map((path) => path.at(-1) ?? '');
  const timesNamed = new Map<string, number>();
  for (const name of names) timesNamed.set(name, (timesNamed.get(name) ?? 0) + 1);
  const answers = new Float64Array(table.paths.length);
  for (const path of table.path) if (path >= 0) answers[path] = (answers[path] as number) + 1;
  const population = Float64Array.from(table.paths, (path, index) => {
    const whole = path.join(BETWEEN_UNITS);
    const name = names[index] as string;
    const isAmbiguous = (timesNamed.get(name) ?? 0) > 1;
    const count: unknown = heads.get(whole) ?? (isAmbiguous ? undefined : heads.get(name));
    if (typeof count !== 'number') {
      const kind = isAmbiguous && heads.has(name) ? 'ambiguousUnit' : 'noHeads';
      faults.add({ file, problem: { kind, unit: kind === 'noHeads' ? whole : name } });
      return 0;
    }
    const given = answers[index] as number;
    if (count < given) faults.add({ file, problem: { kind: 'fewerHeads', unit: whole, heads: count, answers: given } });
    return count;
  });
  return faults.total === 0 ? population : faults;
}
