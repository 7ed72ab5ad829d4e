import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Hundredths of a second: what Linux counts processor time in, whatever the machine. */
const ticksPerSecond = 100;

interface ProcessStat {
  readonly parent: number;
  /** User and system time of the process itself, in ticks. */
  readonly own: number;
  /** The same of children that ended and were taken leave of. */
  readonly ofChildren: number;
}

function statOf(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended in the meantime.
    return undefined;
  }
  // The second field is a name between brackets that may hold anything; what follows has fixed places.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return { parent, own: utime + stime, ofChildren: cutime + cstime };
}

/** The PostgreSQL on this data folder: its first process, then all that it started. Empty when none runs. */
export function databaseProcesses(dataDir: string): number[] {
  const postmaster = postmasterOf(dataDir);
  if (postmaster === undefined || !statOf(postmaster)) return [];
  const others = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return [postmaster, ...others.filter((pid) => statOf(pid)?.parent === postmaster)];
}

function postmasterOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    // It isn't running.
    return undefined;
  }
}

export interface ProcessorTime {
  /** Milliseconds, user and system together, all threads. */
  readonly application: number;
  /** The same of all PostgreSQL's processes together, those that ended included. */
  readonly database: number;
}

/** Processor time since the start, of the application and of its database. Linux only. */
export function processorTime(application: number, dataDir: string): ProcessorTime {
  const [postmaster, ...children] = databaseProcesses(dataDir).map(statOf);
  const database = [postmaster, ...children].reduce((sum, stat) => sum + (stat?.own ?? 0), postmaster?.ofChildren ?? 0);
  return { application: milliseconds(statOf(application)?.own ?? 0), database: milliseconds(database) };
}

const milliseconds = (ticks: number): number => (ticks * 1000) / ticksPerSecond;

/** Kill -9, unless it has ended by itself. Only for processes that were started here. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between the look and the kill.
  }
}
