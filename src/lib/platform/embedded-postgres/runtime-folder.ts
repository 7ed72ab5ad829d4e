import { createHash } from 'node:crypto';
import { lstat, mkdtemp, realpath, rm, chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartProblem, errorCode } from '../doctor/index.ts';
import type { DatabaseAccount } from './database-account.ts';
import { makePrivateFolder } from './owned-files.ts';

const socketName = '.s.PGSQL.5432';
/** The kernel takes 107 bytes for the path of a socket. */
const longestFolder = 107 - '/'.length - socketName.length;

/**
 * A short folder for the socket, entered by the database account only; data folders have paths of any length. Its name
 * follows from the data folder, so that a start after a crash finds the same one again. Not XDG_RUNTIME_DIR: that vanishes
 * when the person who started Lerend logs out.
 */
export async function makeRuntimeFolder(
  dataDir: string,
  account: DatabaseAccount | undefined,
  wanted?: string,
): Promise<string> {
  const name = `lerend-${createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 12)}`;
  const parents = [...(account ? ['/run'] : []), '/tmp', tmpdir()];
  for (const folder of wanted ? [wanted] : parents.map((parent) => join(parent, name))) {
    if (Buffer.byteLength(folder) > longestFolder) continue;
    const usable = await useOrMake(folder, account).catch(() => undefined);
    if (usable) return usable;
  }
  throw new StartProblem('folder-not-writable', {
    nl: `Er is geen map voor de socket van de database: /tmp moet bestaan en beschrijfbaar zijn.`,
    en: `There is no folder for the database's socket: /tmp must exist and be writable.`,
  });
}

/** A folder of that name that somebody else made is left alone: it gets a neighbour with a random end. */
async function useOrMake(folder: string, account: DatabaseAccount | undefined): Promise<string> {
  try {
    await makePrivateFolder(folder, account);
    return folder;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const found = await lstat(folder);
  const isOurs =
    found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0;
  if (isOurs) {
    // The PostgreSQL that these belonged to has ended: the caller holds the data lock.
    for (const name of [socketName, `${socketName}.lock`]) await rm(join(folder, name), { force: true });
    return folder;
  }
  const neighbour = await mkdtemp(`${folder}-`);
  if (account) await chown(neighbour, account.uid, account.gid);
  return neighbour;
}

export async function removeRuntimeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
