import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { calibration, fewestUnitsThatHold, simulationGrid } from '@lerend/analysis/simulation';
import type { SimulatedCell } from '@lerend/analysis/simulation';
import { reliabilityPlot } from './reliability-plot.ts';
import { summaryTable, unitPartsTable } from './summary-table.ts';

const root = new URL('../../', import.meta.url);
const begin = '<!-- npm run simulate: begin -->';
const end = '<!-- npm run simulate: end -->';

/** Keeps what was found: the figures and the plot in docs/method, the table between its two marks in METHOD.md. */
export async function writeMethod(cells: readonly SimulatedCell[]): Promise<void> {
  if (cells.length !== simulationGrid.length) throw new Error('only a run over the whole grid is kept');
  await mkdir(new URL('docs/method/', root), { recursive: true });
  const lines = cells.map((cell) => `  ${JSON.stringify(cell)}`);
  await writeFile(new URL('docs/method/simulation.json', root), `[\n${lines.join(',\n')}\n]\n`);
  const held = cells.filter(
    ({ cell }) => cell.units >= fewestUnitsThatHold && cell.areas.some((area) => area.intraclass > 0),
  );
  await writeFile(new URL('docs/method/level-chances.svg', root), reliabilityPlot(calibration(held)));
  const method = new URL('METHOD.md', root);
  const text = await readFile(method, 'utf8');
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error('METHOD.md has lost the marks between which the table stands');
  await writeFile(
    method,
    `${text.slice(0, before + begin.length)}\n\n${summaryTable(cells)}\n\n${unitPartsTable(cells)}\n\n${text.slice(after)}`,
  );
}
