import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folderProblem } from '../doctor/index.ts';
import { findBinaries } from './binaries.ts';
import { clusterMajor, makeCluster, refuseOtherMajor, takeOver } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { connectionTo } from './connection.ts';
import type { EmbeddedConnection } from './connection.ts';
import { lockDataFolder } from './data-lock.ts';
import { databaseAccount, ownUserName } from './database-account.ts';
import { endLeftover } from './leftover.ts';
import { replaceFile } from './owned-files.ts';
import { accessMap, accessRules, postgresConfiguration } from './postgres-settings.ts';
import { makeRuntimeFolder, removeRuntimeFolder } from './runtime-folder.ts';
import { supervise } from './supervise.ts';

/** The part of a log that we need; the platform's log fits. */
export interface ClusterLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface EmbeddedPostgresOptions {
  /** Holds the cluster in `postgres/` and the lock; made when it isn't there. */
  dataDir: string;
  /** A folder for the socket instead of one that we choose. */
  runtimeDir?: string;
  log: ClusterLog;
  /** Data that may be lost: no fsync, and the role may make databases. Tests only. */
  isThrowAway?: boolean;
}

export interface EmbeddedPostgres {
  connection: EmbeddedConnection;
  /** Ends connections, writes a checkpoint, lets go of the data folder. May be called twice. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that Lerend brings along and watches over it. Throws a StartProblem that says what to do. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, isThrowAway = false } = options;
  const lock = await mkdir(dataDir, { recursive: true })
    .then(() => lockDataFolder(dataDir))
    .catch((error: unknown) => Promise.reject(folderProblem(error, dataDir, 'DATA_DIR')));
  let runtimeDir: string | undefined;
  try {
    const cluster = await prepareCluster(dataDir, log, isThrowAway);
    runtimeDir = await makeRuntimeFolder(dataDir, cluster.account, options.runtimeDir);
    await writeSettings(cluster, runtimeDir, isThrowAway);
    const supervised = await supervise(cluster, log);
    const folderOfSocket = runtimeDir;
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await supervised.stop(isThrowAway ? 'immediate' : 'fast');
      await removeRuntimeFolder(folderOfSocket);
      await lock.release();
    };
    return { connection: connectionTo(runtimeDir), stop: () => (stopping ??= stop()) };
  } catch (error) {
    if (runtimeDir) await removeRuntimeFolder(runtimeDir);
    await lock.release();
    throw error;
  }
}

async function prepareCluster(dataDir: string, log: ClusterLog, isThrowAway: boolean): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const account = databaseAccount(folder);
  const copyFolders = account ? ['/var/lib/lerend', '/tmp'] : [dataDir];
  const cluster: Cluster = { folder, account, binaries: await findBinaries(account, copyFolders) };
  const major = await clusterMajor(folder);
  if (major === undefined) {
    if (!isThrowAway) log.info(`making the database in ${folder}`);
    await makeCluster(cluster, isThrowAway);
    return cluster;
  }
  refuseOtherMajor(folder, major, cluster.binaries);
  if (await endLeftover(folder)) log.warn('stopped the PostgreSQL that an earlier Lerend left behind');
  await takeOver(cluster, (await stat(folder)).uid);
  return cluster;
}

/** Written at every start: the socket's place, the reasons in postgres-settings, and who runs Node may all have changed. */
async function writeSettings(cluster: Cluster, runtimeDir: string, isThrowAway: boolean): Promise<void> {
  const users = [ownUserName(), ...(cluster.account ? [cluster.account.name] : [])];
  const files = [
    ['postgresql.conf', postgresConfiguration(runtimeDir, isThrowAway)],
    ['pg_hba.conf', accessRules()],
    ['pg_ident.conf', accessMap(users)],
  ] as const;
  try {
    for (const [name, text] of files) await replaceFile(join(cluster.folder, name), text, cluster.account);
  } catch (error) {
    throw folderProblem(error, cluster.folder, 'DATA_DIR');
  }
}
