/**
 * A process of its own: draws the answers of `process.argv[2]` people, computes the six figures `process.argv[3]` times
 * and prints one line of JSON.
 */
import { checkSixFigures } from './check-values.ts';
import { columnsOf, digestsOf, generate } from './generate.ts';
import { sixFigures } from './six-figures.ts';

export interface MeasuredSix {
  /** Of every run, in seconds: by the clock on the wall, and of the processor (user and system). */
  readonly seconds: readonly number[];
  readonly processorSeconds: readonly number[];
  readonly megabytes: number;
  /** Largest relative difference from the stored check values; null where those are of other answers. */
  readonly largestDifference: number | null;
}

const [people = 1_000_000, runs = 1] = process.argv.slice(2).map(Number);
const { columns, units, digests } = prepared(people);
const seconds: number[] = [];
const processorSeconds: number[] = [];
let largestDifference: number | null = null;
for (let run = 0; run < runs; run += 1) {
  const processorBefore = process.cpuUsage();
  const before = performance.now();
  const figures = sixFigures(columns, units);
  seconds.push((performance.now() - before) / 1000);
  const { user, system } = process.cpuUsage(processorBefore);
  processorSeconds.push((user + system) / 1e6);
  if (run === 0) largestDifference = checkSixFigures(figures, columns, digests);
}
const measured: MeasuredSix = {
  seconds,
  processorSeconds,
  megabytes: process.resourceUsage().maxRSS / 1024,
  largestDifference,
};
console.log(JSON.stringify(measured));

/** The columns alone: the rows that they were made of don't stay in memory. */
function prepared(count: number) {
  const drawn = generate(count);
  return { ...columnsOf(drawn), digests: digestsOf(drawn) };
}
