import { parseArgs } from 'node:util';
import { cells, nameOf } from './cells.ts';
import { isExpectedToLink, keepResult, keptResults, scoreOf, verdictOn } from './results.ts';
import { excess } from './score.ts';
import { startAttack } from './start-attack.ts';
import { tables, writeTables } from './tables.ts';
import { variants } from './variants.ts';
import type { Variant } from './variants.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    'ablation-runs': { type: 'string', default: '10' },
    people: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
  },
});
const [runs, ablationRuns, people, atOnce] = [
  values.runs,
  values['ablation-runs'],
  values.people,
  values['at-once'],
].map(Number) as [number, number, number, number];

for (const variant of variants) await runUntil(variant, variant === 'full' ? runs : ablationRuns);
console.log(tables(keptResults()));
if (values.write) writeTables(keptResults());
process.exitCode = report() ? 0 : 1;

/** Goes on where an earlier time ended: what was kept counts. */
async function runUntil(variant: Variant, wanted: number): Promise<void> {
  for (;;) {
    const done = keptResults().filter((result) => result.variant === variant);
    if (done.length >= wanted) return;
    const seed = 1 + Math.max(0, ...done.map((result) => Number(result.seed.split('.')[0])));
    const count = Math.min(atOnce, wanted - done.length);
    console.error(`${variant}: ${done.length} of ${wanted} runs; ${count} more …`);
    await startAttack(variant, { runs: count, people, seed }, keepResult);
  }
}

/** True when nothing came out otherwise than was written down. */
function report(): boolean {
  const results = keptResults();
  let isAsExpected = true;
  for (const cell of cells) {
    const score = scoreOf(results, cell);
    const verdict = verdictOn(score, isExpectedToLink(cell));
    if (verdict === 'not as expected') isAsExpected = false;
    const { points, upper } = score.people > 0 ? excess(score) : { points: 0, upper: 0 };
    console.log(
      JSON.stringify({
        task: nameOf(cell),
        people: score.people,
        hits: score.hits,
        pointsAboveChance: Number(points.toFixed(2)),
        upper99: Number(upper.toFixed(2)),
        expected: isExpectedToLink(cell) ? 'linked' : 'chance',
        verdict,
      }),
    );
  }
  return isAsExpected;
}
