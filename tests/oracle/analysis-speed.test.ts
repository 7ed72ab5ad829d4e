import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseFile } from '@lerend/analysis';
import { parseInstrument } from '@lerend/instrument';
import { expect, test } from 'vitest';
import { columnsOf, generate } from '../../bench/analysis/generate.ts';
import { sixFigures } from '../../bench/analysis/six-figures.ts';
import { benchInstrument, writeCsv } from '../../bench/analysis/write-csv.ts';
import { readAnswers } from '../../cli/analyse/read-answers.ts';

/*
 * A short form of `npm run bench:analysis`, to notice when the analysis has become several times slower. In processor
 * time, so that other work on the machine counts little, and with room to spare: it takes a fifth of these limits.
 */
const people = 100_000;

async function processorSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test('a hundred thousand people have their scores, reliability, agreement and correlations in a fraction of a second', async () => {
  const { columns, units } = columnsOf(generate(people));
  expect(await processorSeconds(() => sixFigures(columns, units))).toBeLessThan(1.5);
});

test('a file of a hundred thousand people becomes the whole document in a few seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lerend-speed-'));
  try {
    const file = join(folder, 'answers.csv');
    const answers = generate(people);
    writeCsv(file, answers, ['team'], (person) => [`T${answers.team[person]}`]);
    const parsed = parseInstrument(benchInstrument());
    if (!parsed.ok) throw new Error('The instrument has faults.');
    const options = { minimumGroup: 5, population: null, isBuiltIn: false };
    const seconds = await processorSeconds(async () => {
      const { table } = await readAnswers(file, parsed.instrument, ['team'], () => undefined);
      if (table === null) throw new Error('The file has faults.');
      expect(analyseFile(table, parsed.instrument, options).respondents).toBe(people);
    });
    expect(seconds).toBeLessThan(8);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
