import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { projectRoot } from '../settings/index.ts';

const migrationsFolder = pathToFileURL(join(projectRoot, 'database/migrations/'));

/** Two processes that start at once must not migrate at once. */
const migrationLock = 4_827_361;

/** Runs the migrations that haven't run yet, forward only, each in its own transaction. */
export async function migrate(pool: pg.Pool, folder: URL = migrationsFolder): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      'create table if not exists migration (name text primary key, ran_at timestamptz not null default now())',
    );
    const pending = await notYetRun(client, folder);
    for (const name of pending) await run(client, folder, name);
    return pending;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

/** The migrations that this database still lacks, in order. */
export async function pendingMigrations(pool: pg.Pool, folder: URL = migrationsFolder): Promise<string[]> {
  const client = await pool.connect();
  try {
    const known = await client.query("select to_regclass('migration') is not null as exists");
    return known.rows[0].exists ? await notYetRun(client, folder) : await migrationNames(folder);
  } finally {
    client.release();
  }
}

async function notYetRun(client: pg.PoolClient, folder: URL): Promise<string[]> {
  const ran = await client.query<{ name: string }>('select name from migration');
  const done = new Set(ran.rows.map((row) => row.name));
  return (await migrationNames(folder)).filter((name) => !done.has(name));
}

async function migrationNames(folder: URL): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

async function run(client: pg.PoolClient, folder: URL, name: string): Promise<void> {
  const statements = await readFile(new URL(name, folder), 'utf8');
  await client.query('begin');
  try {
    await client.query(statements);
    await client.query('insert into migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed; the database is as it was before.`, { cause: error });
  }
}
