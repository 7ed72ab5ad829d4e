import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isPostmasterOf, readPostmasterFile } from './leftover.ts';
import { databaseName, databaseRole } from './postgres-settings.ts';

/** What `pg` needs to connect: a socket's folder as host, and no password (see accessRules). */
export interface EmbeddedConnection {
  host: string;
  port: number;
  database: string;
  user: string;
  /** The same as one text, for tools that take an address. */
  url: string;
}

export function connectionTo(socketDir: string): EmbeddedConnection {
  const url = `postgresql://${databaseRole}@localhost/${databaseName}?host=${encodeURIComponent(socketDir)}`;
  return { host: socketDir, port: 5432, database: databaseName, user: databaseRole, url };
}

/** Whether a first start made a database in this data folder already. */
export function hasEmbeddedPostgres(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres', 'PG_VERSION'));
}

/** The way into the PostgreSQL that another process of ours runs on this data folder; undefined when none does. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<EmbeddedConnection | undefined> {
  const clusterDir = join(dataDir, 'postgres');
  const file = await readPostmasterFile(clusterDir);
  if (!file?.isReady || !(await isPostmasterOf(clusterDir, file.pid))) return undefined;
  return connectionTo(file.socketDir);
}
