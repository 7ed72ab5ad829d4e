import { print, quantile } from '../line.ts';
import { growth } from './growth.ts';
import type { MeasuredSix } from './measure-six.ts';
import { outputOf } from './run-child.ts';

const RUNS = 7;
const PEOPLE = [10_000, 100_000, 1_000_000];

async function measured(people: number, runs: number): Promise<MeasuredSix> {
  const output = await outputOf(process.execPath, ['bench/analysis/measure-six.ts', String(people), String(runs)]);
  return JSON.parse(output ?? '') as MeasuredSix;
}

/** The six figures at three sizes, each size in a process of its own; gives the seconds for a million people. */
export async function measureSixFigures(): Promise<number> {
  const sizes = [];
  for (const people of PEOPLE) sizes.push({ people, ...(await measured(people, RUNS)) });
  const million = sizes.at(-1) as MeasuredSix;
  const seconds = Math.min(...million.seconds);
  const processor = Math.min(...million.processorSeconds);
  const note =
    'person scores, unit means, alpha, ICC, rwg(j) of 11 scales and 44 × 44 correlations; 5,000 units; ' +
    `fastest of ${RUNS}, median ${quantile(million.seconds, 0.5).toFixed(3)} s`;
  print({ task: 'analysis-1m', value: seconds, unit: 's', atMost: 0.6, note });
  print({ task: 'analysis-1m-processor', value: processor, unit: 's', note: 'user and system time of the same' });
  const alone = await measured(1_000_000, 1);
  print({
    task: 'analysis-1m-memory',
    value: alone.megabytes,
    unit: 'MB',
    atMost: 400,
    note: 'the most of a process that does it once',
  });
  print({
    task: 'analysis-1m-difference',
    value: million.largestDifference ?? Infinity,
    unit: 'relative',
    atMost: 1e-9,
    note: 'largest difference from check-values.json',
  });
  const exponent = growth(
    sizes.map(({ people, processorSeconds }) => ({ people, seconds: Math.min(...processorSeconds) })),
  );
  print({
    task: 'analysis-growth',
    value: exponent,
    unit: 'power of n',
    atMost: 1.05,
    note: 'from 10,000 to 1,000,000 people, processor time',
  });
  return seconds;
}
