import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartProblem, errorCode } from '../doctor/index.ts';
import { processNamespace, processStart } from './process-identity.ts';

interface Holder {
  pid: number;
  start: string;
  namespace: string;
}

const heartbeatIntervalMs = 2_000;
/** A holder in another container can't be looked up; one that is silent for this long is dead. */
const silenceMs = 15_000;
/** A Lerend that was told to stop a moment ago, for a restart, gets this long to finish. */
const partingMs = 1_500;
const pollMs = 50;

export interface DataLock {
  release(): Promise<void>;
}

/** One Lerend at a time on one data folder. The file of a process that died is taken over. */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const file = join(dataDir, 'lerend.lock');
  const mine: Holder = { pid: process.pid, start: processStart(process.pid) ?? '', namespace: processNamespace() };
  const begun = Date.now();
  while (!(await claim(file, mine))) {
    const holder = await readHolder(file);
    if (holder === undefined) continue;
    if (await isAlive(file, holder, mine)) {
      const patienceMs = holder.namespace === mine.namespace ? partingMs : silenceMs + 2 * heartbeatIntervalMs;
      if (Date.now() - begun > patienceMs) throw alreadyRunning(dataDir, holder);
      await wait(pollMs);
      continue;
    }
    await takeAway(file, holder);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeatIntervalMs);
  heartbeat.unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      await rm(file, { force: true });
    },
  };
}

/** A hard link appears whole or not at all, so that nobody ever reads half a file. */
async function claim(file: string, mine: Holder): Promise<boolean> {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    const isHolder =
      typeof read === 'object' && read !== null && 'pid' in read && 'start' in read && 'namespace' in read;
    return isHolder ? { pid: Number(read.pid), start: String(read.start), namespace: String(read.namespace) } : damaged;
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : damaged;
  }
}

/** A file that a full disk or a crash left damaged names no living process. */
const damaged: Holder = { pid: -1, start: '', namespace: 'damaged' };

async function isAlive(file: string, holder: Holder, mine: Holder): Promise<boolean> {
  if (holder === damaged) return false;
  if (holder.namespace === mine.namespace) return processStart(holder.pid) === holder.start;
  const lastSign = (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
  return Date.now() - lastSign < silenceMs;
}

/** Moves a dead holder's file aside; when another start was quicker and it is theirs by now, puts it back. */
async function takeAway(file: string, dead: Holder): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  const isTheDeadOne = moved === dead || (moved?.pid === dead.pid && moved.start === dead.start);
  if (!isTheDeadOne) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function alreadyRunning(dataDir: string, holder: Holder): StartProblem {
  return new StartProblem('already-running', {
    nl: `Er draait al een Lerend op de gegevens in ${dataDir} (proces ${holder.pid}): stop die eerst, of kies een andere map met DATA_DIR.`,
    en: `Another Lerend is running on the data in ${dataDir} (process ${holder.pid}): stop it first, or choose another folder with DATA_DIR.`,
  });
}
