import { readFileSync } from 'node:fs';
import { brokenBounds, nameOfCell, seededChance, simulateCell, simulationGrid } from '@lerend/analysis/simulation';
import type { SimulatedCell } from '@lerend/analysis/simulation';
import { readOptions } from './options.ts';
import type { SimulateOptions } from './options.ts';
import { summaryTable } from './summary-table.ts';
import { writeMethod } from './write-method.ts';

/** One line of standard output. */
interface SimulatedLine extends SimulatedCell {
  readonly seed: number;
  readonly processorSeconds: number;
}

function simulated({ organisations, seed, cell: wanted, part, of }: SimulateOptions): SimulatedLine[] {
  return simulationGrid.flatMap((cell, at): SimulatedLine[] => {
    if (at % of !== part - 1 || !nameOfCell(cell).includes(wanted)) return [];
    const before = process.cpuUsage();
    // Its own seed for each cell, so that a part of the grid gives what the whole does.
    const result = simulateCell(cell, organisations, seededChance(seed * 1000 + at));
    const { user, system } = process.cpuUsage(before);
    const line = { ...result, seed, processorSeconds: Math.round((user + system) / 1e5) / 10 };
    console.log(JSON.stringify(line));
    return [line];
  });
}

/** In the order of the grid, whatever the order of the files. */
function readLines(files: readonly string[]): SimulatedLine[] {
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as SimulatedLine),
  );
  const order = simulationGrid.map(nameOfCell);
  return lines.sort((a, b) => order.indexOf(nameOfCell(a.cell)) - order.indexOf(nameOfCell(b.cell)));
}

const options = readOptions(process.argv.slice(2));
const lines = options.read.length > 0 ? readLines(options.read) : simulated(options);
const broken = brokenBounds(lines);
const seconds = lines.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0);
console.error(summaryTable(lines));
console.error(
  `${lines.length} of ${simulationGrid.length} kinds of organisations, ${Math.round(seconds)} s of processor time.`,
);
for (const sentence of broken) console.error(`Doesn't hold: ${sentence}.`);
if (options.isWriting) await writeMethod(lines);
if (broken.length > 0) process.exitCode = 1;
