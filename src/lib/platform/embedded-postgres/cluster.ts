import { spawn } from 'node:child_process';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartProblem, diskFull, errorCode, folderProblem } from '../doctor/index.ts';
import { programIn } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import type { DatabaseAccount } from './database-account.ts';
import { giveFolder, makePrivateFolder } from './owned-files.ts';
import { firstStatements, superuserRole } from './postgres-settings.ts';

export interface Cluster {
  folder: string;
  binaries: Binaries;
  account: DatabaseAccount | undefined;
}

/**
 * How PostgreSQL is told where its data are. Node enters the folder while it is still root and gives up its rights after
 * that, so a working directory reaches data below a folder that the account itself couldn't pass, such as /root.
 */
export function processOf(cluster: Pick<Cluster, 'account'>, folder: string) {
  const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const { account } = cluster;
  return {
    dataArgument: account ? '/proc/self/cwd' : folder,
    options: { cwd: folder, env: environment, ...(account ? { uid: account.uid, gid: account.gid } : {}) },
  };
}

/** The major version of the data in the folder; undefined when there is no cluster yet. */
export async function clusterMajor(folder: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(folder, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw folderProblem(error, folder, 'DATA_DIR');
  }
}

/** Makes the cluster beside its place and moves it there when it is whole: a start that is broken off leaves nothing half. */
export async function makeCluster(cluster: Cluster, isThrowAway: boolean): Promise<void> {
  const draft = `${cluster.folder}.new`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(dirname(cluster.folder), { recursive: true });
    await makePrivateFolder(draft, cluster.account);
    await runInitdb(cluster, draft, isThrowAway);
    await rename(draft, cluster.folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw folderProblem(error, dirname(cluster.folder), 'DATA_DIR');
  }
}

async function runInitdb(cluster: Cluster, draft: string, isThrowAway: boolean): Promise<void> {
  const { dataArgument, options } = processOf(cluster, draft);
  await run(
    programIn(cluster.binaries, 'initdb'),
    [
      '-D',
      dataArgument,
      '-U',
      superuserRole,
      '--auth=peer',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=simple',
      '--data-checksums',
      ...(isThrowAway ? ['--no-sync'] : []),
    ],
    options,
    '',
    draft,
  );
  const fast = isThrowAway ? ['-c', 'fsync=off'] : [];
  const statements = firstStatements(isThrowAway);
  await run(
    programIn(cluster.binaries, 'postgres'),
    ['--single', '-D', dataArgument, ...fast, 'template1'],
    options,
    statements,
    draft,
  );
}

function run(program: string, args: readonly string[], options: object, input: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
    child.stdin.on('error', () => undefined).end(input);
    child.once('error', (error) => reject(startFailure(folder, error.message, error)));
    child.once('close', (status) =>
      status === 0 && !/^ERROR|\bERROR:/m.test(words) ? resolve() : reject(startFailure(folder, words)),
    );
  });
}

/** What PostgreSQL said last, as a sentence; a full disk has its own. */
export function startFailure(folder: string, words: string, cause?: unknown): StartProblem {
  if (/No space left on device|Disk quota exceeded/i.test(words)) return diskFull(dirname(folder), cause);
  const lines = words.split('\n').filter((line) => /FATAL|PANIC|ERROR|error:/.test(line));
  const last = (lines.at(-1) ?? words.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '');
  return new StartProblem(
    'database-failed',
    {
      nl: `PostgreSQL start niet op de gegevens in ${folder}: ${last || 'het zei niet waarom'}.`,
      en: `PostgreSQL doesn't start on the data in ${folder}: ${last || "it didn't say why"}.`,
    },
    cause,
  );
}

export function refuseOtherMajor(folder: string, data: number, binaries: Binaries): void {
  if (data === binaries.major) return;
  throw new StartProblem('other-major-version', {
    nl: `De gegevens in ${folder} zijn van PostgreSQL ${data} en deze Lerend brengt PostgreSQL ${binaries.major} mee: zet met de vorige versie een back-up terug, of wijs met DATABASE_URL een PostgreSQL ${data} aan.`,
    en: `The data in ${folder} are from PostgreSQL ${data} and this Lerend brings PostgreSQL ${binaries.major}: make a backup with the version of Lerend that made them and restore it here, or name a PostgreSQL ${data} with DATABASE_URL.`,
  });
}

/** Data that root restored or copied belong to root; PostgreSQL wants to own what it opens. */
export async function takeOver(cluster: Cluster, ownerUid: number): Promise<void> {
  if (cluster.account && ownerUid !== cluster.account.uid) await giveFolder(cluster.folder, cluster.account);
}
