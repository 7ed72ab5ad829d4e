import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ContractDocument } from '@lerend/analysis';
import { say } from '../say.ts';
import type { AnalyseArguments } from './arguments.ts';
import { jsonPieces } from './json-pieces.ts';

/** What is written, piece by piece. */
async function piecesOf(
  document: ContractDocument,
  { format, language }: AnalyseArguments,
): Promise<Iterable<Uint8Array | string>> {
  if (format === 'json') return jsonPieces({ ...document });
  const { renderAnalysis } = await import('#lib/report/index.ts');
  return [await renderAnalysis(document, { language, format })];
}

/** What looks like a mistake is said to whoever is at the terminal, whatever the format. */
async function sayWarnings(document: ContractDocument, { language }: AnalyseArguments): Promise<void> {
  if (document.warnings.length === 0) return;
  const { warningSentences } = await import('#lib/report/index.ts');
  const note = language === 'nl' ? 'Let op' : 'Note';
  for (const sentence of warningSentences(document, language)) say(`${note}: ${sentence}`);
}

/** JSON without a folder goes to standard output; everything else to a file, whose name is said. Gives the exit code. */
export async function writeResult(document: ContractDocument, given: AnalyseArguments): Promise<number> {
  const pieces = await piecesOf(document, given);
  await sayWarnings(document, given);
  if (given.format === 'json' && given.out === null) {
    await pipeline(pieces, process.stdout, { end: false });
    return 0;
  }
  const file = join(given.out ?? '.', `analysis.${given.format}`);
  try {
    if (given.out !== null) await mkdir(given.out, { recursive: true });
    await writeFile(file, pieces);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    say(
      given.language === 'nl' ? `${file}: hier is niet te schrijven (${code})` : `${file}: can't write here (${code})`,
    );
    return 2;
  }
  say(given.language === 'nl' ? `De analyse staat in ${file}.` : `The analysis is in ${file}.`);
  return 0;
}
