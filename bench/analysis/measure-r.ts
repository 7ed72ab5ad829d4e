import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { print } from '../line.ts';
import { generate } from './generate.ts';
import { outputOf } from './run-child.ts';

const PEOPLE = 1_000_000;
const RUNS = 3;

/** The same six figures in R on the same answers, when R is installed. `seconds`: what ours took. */
export async function measureR(folder: string, seconds: number): Promise<void> {
  if ((await outputOf('Rscript', ['--version'])) === null) {
    console.error('R is not installed: nothing to compare with.');
    return;
  }
  const { rows, team } = generate(PEOPLE);
  const [items, teams] = [join(folder, 'items'), join(folder, 'teams')];
  writeFileSync(items, rows);
  writeFileSync(teams, new Uint8Array(team.buffer));
  const output = await outputOf('Rscript', ['bench/analysis/analysis.R', items, teams, String(PEOPLE), String(RUNS)]);
  let total = 0;
  for (const line of (output ?? '').trim().split('\n')) {
    const [, name = '', time = ''] = /^(.+) (\S+) *$/.exec(line) ?? [];
    const value = Number(time);
    total += value;
    print({ task: `analysis-1m-in-r: ${name}`, value, unit: 's', note: `base R, fastest of ${RUNS}` });
  }
  print({ task: 'analysis-1m-in-r', value: total, unit: 's', note: 'the six together' });
  print({ task: 'analysis-1m-times-faster-than-r', value: total / seconds, unit: 'times' });
}
