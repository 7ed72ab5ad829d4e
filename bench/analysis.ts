import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureFile } from './analysis/measure-file.ts';
import { measureR } from './analysis/measure-r.ts';
import { measureSixFigures } from './analysis/measure-six-figures.ts';
import { missed } from './line.ts';

const [load = 0] = loadavg();
if (load > availableParallelism() / 2)
  console.error(`The machine is busy (load ${load.toFixed(1)}): times will be longer.`);

const folder = mkdtempSync(join(tmpdir(), 'lerend-bench-'));
try {
  const seconds = await measureSixFigures();
  await measureR(folder, seconds);
  await measureFile(folder);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = missed() > 0 ? 1 : 0;
