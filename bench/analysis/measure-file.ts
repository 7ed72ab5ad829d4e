import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractDocument } from '@lerend/analysis';
import { print, quantile } from '../line.ts';
import { largestDifference, readCheckValues } from './check-values.ts';
import { generate } from './generate.ts';
import type { Answers } from './generate.ts';
import { growth } from './growth.ts';
import { usageOf } from './run-child.ts';
import type { Usage } from './run-child.ts';
import { benchInstrument, writeCsv } from './write-csv.ts';

const RUNS = 3;
const MANY_UNITS = 30_000;
const UNITS_OF_A_DEPARTMENT = 60;

interface Files {
  readonly folder: string;
  readonly instrument: string;
}

async function analysed(
  { folder, instrument }: Files,
  csv: string,
  groups: readonly string[],
  runs: number,
): Promise<{ readonly runs: readonly Usage[]; readonly document: ContractDocument }> {
  const output = join(folder, 'analysis.json');
  const args = [
    'cli/lerend.ts',
    'analyse',
    csv,
    '--instrument',
    instrument,
    ...groups.flatMap((name) => ['--group', name]),
  ];
  const usages: Usage[] = [];
  for (let run = 0; run < runs; run += 1) usages.push(await usageOf(args, output));
  return { runs: usages, document: JSON.parse(readFileSync(output, 'utf8')) as ContractDocument };
}

function printUsage(
  task: string,
  runs: readonly Usage[],
  about: string,
  bounds: { seconds: number; megabytes: number },
): void {
  const seconds = runs.map((run) => run.seconds);
  const note = `${about}; fastest of ${runs.length}, median ${quantile(seconds, 0.5).toFixed(2)} s`;
  print({ task, value: Math.min(...seconds), unit: 's', atMost: bounds.seconds, note });
  const processor = Math.min(...runs.map((run) => run.processorSeconds));
  print({
    task: `${task}-processor`,
    value: processor,
    unit: 's',
    note: 'user and system time of the same, all threads',
  });
  print({
    task: `${task}-memory`,
    value: Math.max(...runs.map((run) => run.megabytes)),
    unit: 'MB',
    atMost: bounds.megabytes,
  });
}

/** How far the document lies from the check values. */
function differenceOf(document: ContractDocument): number {
  const check = readCheckValues();
  const of = (pick: (scale: ContractDocument['scales'][number]) => number | null | undefined) =>
    document.scales.map(pick);
  return Math.max(
    largestDifference(
      document.items.map(({ mean }) => mean),
      check.itemMeans,
    ),
    largestDifference(
      of(({ alpha }) => alpha.pairwise),
      check.alphaPairwise,
    ),
    largestDifference(
      of(({ alpha }) => alpha.listwise),
      check.alphaListwise,
    ),
    largestDifference(
      of(({ mean }) => mean),
      check.scales.map(({ mean }) => mean),
    ),
    largestDifference(
      of(({ agreement }) => agreement?.icc1),
      check.scales.map(({ icc1 }) => icc1),
    ),
    largestDifference(
      of(({ agreement }) => agreement?.rwgj?.mean),
      check.rwgjMean,
    ),
  );
}

/** From a CSV file to the whole JSON with the command line, at three sizes and with very many units. */
export async function measureFile(folder: string): Promise<void> {
  const files: Files = { folder, instrument: join(folder, 'instrument.json') };
  writeFileSync(files.instrument, JSON.stringify(benchInstrument()));
  const csv = join(folder, 'answers.csv');
  const times = [];
  for (const people of [10_000, 100_000, 1_000_000]) {
    const answers = generate(people);
    writeCsv(csv, answers, ['team'], (person) => [`T${answers.team[person]}`]);
    const { runs, document } = await analysed(files, csv, ['team'], RUNS);
    times.push({ people, seconds: Math.min(...runs.map(({ processorSeconds }) => processorSeconds)) });
    if (people < 1_000_000) continue;
    const size = `${Math.round(statSync(csv).size / 1e6)} MB of CSV, 5,000 units`;
    printUsage('file-to-json-1m', runs, size, { seconds: 4, megabytes: 600 });
    print({ task: 'file-to-json-1m-difference', value: differenceOf(document), unit: 'relative', atMost: 1e-9 });
    await measureManyUnits(files, csv, answers);
  }
  const note = 'from 10,000 to 1,000,000 people, processor time';
  print({ task: 'file-to-json-growth', value: growth(times), unit: 'power of n', atMost: 1.05, note });
}

async function measureManyUnits(files: Files, csv: string, answers: Answers): Promise<void> {
  writeCsv(csv, answers, ['department', 'team'], (person) => {
    const unit = ((answers.team[person] as number) * 6 + (person % 6)) % MANY_UNITS;
    return [`D${Math.floor(unit / UNITS_OF_A_DEPARTMENT)}`, `T${unit}`];
  });
  const { runs, document } = await analysed(files, csv, ['department', 'team'], 1);
  const about = `${document.groups.length} units in two levels`;
  printUsage('file-to-json-1m-30000-units', runs, about, { seconds: 8, megabytes: 1200 });
}
