import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../doctor/index.ts';
import { processFolder, processStart } from './process-identity.ts';

/** What PostgreSQL writes about itself in its data folder, line by line. */
export interface PostmasterFile {
  pid: number;
  socketDir: string;
  isReady: boolean;
}

export async function readPostmasterFile(clusterDir: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), socketDir: lines[4] ?? '', isReady: (lines[7] ?? '').trim() === 'ready' };
}

/** Whether that process is a PostgreSQL on this very folder: its number may have gone to another program since. */
export async function isPostmasterOf(clusterDir: string, pid: number): Promise<boolean> {
  if (!(pid > 1) || processStart(pid) === undefined) return false;
  if (process.platform !== 'linux') return true;
  return processFolder(pid) === (await realpath(clusterDir));
}

/**
 * Ends the PostgreSQL that a killed Node left behind. It is stopped, not adopted: its log went with the Node that read it,
 * and stopping takes a fraction of a second. Call only with the data lock in hand, so that it can be nobody's.
 */
export async function endLeftover(clusterDir: string): Promise<boolean> {
  const found = await readPostmasterFile(clusterDir);
  if (!found) return false;
  if (!(await isPostmasterOf(clusterDir, found.pid))) {
    // PostgreSQL clears up after a number that is gone, but stops at one that another program was given since, or that its
    // parent hasn't taken leave of yet. The shared memory tells it apart from this file whether old backends still run.
    if (isNumberTaken(found.pid)) await rm(join(clusterDir, 'postmaster.pid'), { force: true });
    return false;
  }
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patienceMs] of steps) {
    signalIfThere(found.pid, signal);
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (!(await isPostmasterOf(clusterDir, found.pid))) return true;
      await wait(10);
    }
  }
  return true;
}

function isNumberTaken(pid: number): boolean {
  try {
    return pid > 1 && process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

export function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
