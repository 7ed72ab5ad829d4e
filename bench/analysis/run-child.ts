import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reportUsage = new URL('report-usage.mjs', import.meta.url).href;

export interface Usage {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/** Runs one of our programs to its end, standard output into a file; what it used, the start of Node included. */
export async function usageOf(args: readonly string[], outputFile: string): Promise<Usage> {
  const output = openSync(outputFile, 'w');
  const before = performance.now();
  const child = spawn(process.execPath, ['--import', reportUsage, ...args], {
    cwd: root,
    stdio: ['ignore', output, 'inherit', 'pipe'],
  });
  let report = '';
  child.stdio[3]?.on('data', (piece: Buffer) => (report += piece.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - before) / 1000;
  closeSync(output);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}.`);
  return { seconds, ...(JSON.parse(report) as Omit<Usage, 'seconds'>) };
}

/** Runs a program and gives what it printed; null when there is no such program. */
export async function outputOf(program: string, args: readonly string[]): Promise<string | null> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  const code = await new Promise<number | null | 'none'>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve('none') : reject(error)));
  });
  if (code === 'none') return null;
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}.`);
  return output;
}
