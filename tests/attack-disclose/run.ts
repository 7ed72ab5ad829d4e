import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import loadHighs from 'highs';
import { attackOrganisation } from './attack.ts';
import type { AttackLine } from './attack.ts';
import { readOptions } from './options.ts';
import { summaryOf } from './summary.ts';
import { treesBelowOptimum } from './search-and-highs.ts';

/** HiGHS keeps a little memory of every programme; a fresh one now and then keeps that small. */
const organisationsPerSolver = 50;

const { from, to, file, trees } = readOptions(process.argv.slice(2));
mkdirSync(dirname(file), { recursive: true });
const lines = existsSync(file) ? read(readFileSync(file, 'utf8')) : [];
const known = new Set(lines.map(({ organisation }) => organisation));
let highs = await loadHighs();
for (let organisation = from; organisation < to; organisation++) {
  if (known.has(organisation)) continue;
  if (organisation % organisationsPerSolver === 0) highs = await loadHighs();
  const line = await attackOrganisation(highs, organisation);
  lines.push(line);
  appendFileSync(file, `${JSON.stringify(line)}\n`);
  console.log(JSON.stringify(line));
}
const worseTrees = trees > 0 ? treesBelowOptimum(await loadHighs(), trees) : 0;
const summary = { ...summaryOf(lines), trees, worseTrees };
console.log(JSON.stringify(summary));
const { ours, thresholdOnly, changesShown } = summary;
if (Object.values(ours).some(({ reached }) => reached > 0) || changesShown > 0 || worseTrees > 0) process.exitCode = 1;
if (thresholdOnly.pages.reached === 0 || thresholdOnly.profile.reached === 0) {
  console.error('The attack reaches nobody where there is only a threshold: it shows nothing.');
  process.exitCode = 1;
}

function read(text: string): AttackLine[] {
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as AttackLine);
}
