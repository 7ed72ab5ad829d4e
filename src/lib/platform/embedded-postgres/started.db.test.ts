import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinEmbeddedPostgres, runningEmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import type { EmbeddedPostgres } from './index.ts';

const lines: string[] = [];
const log = {
  info: (line: string) => lines.push(line),
  warn: (line: string) => lines.push(line),
  error: (line: string) => lines.push(line),
};

let folder: string;
let dataDir: string;
let postgres: EmbeddedPostgres;

const ask = async (statement: string, values: unknown[] = []) => {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  // Deeper than a socket's path may be long, below a folder that nobody else may enter.
  folder = await mkdtemp('/tmp/lerend-postgres-');
  dataDir = join(folder, 'a-folder-with-a-long-name-'.repeat(5), 'data');
  postgres = await startEmbeddedPostgres({ dataDir, log });
});

afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the PostgreSQL that Lerend brings along', () => {
  test('keeps what it acknowledged: fsync, full pages and checksums are on', async () => {
    const rows = await ask(
      "select name, setting from pg_settings where name in ('fsync','full_page_writes','synchronous_commit','data_checksums') order by name",
    );
    expect(rows.map((row) => row.setting)).toEqual(['on', 'on', 'on', 'on']);
  });

  test('listens on no network address', async () => {
    expect(await ask("select setting from pg_settings where name = 'listen_addresses'")).toEqual([{ setting: '' }]);
  });

  test('sorts by code point in UTF-8 and lives in UTC, whatever the machine speaks', async () => {
    const [row] = await ask(
      "select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding, current_setting('timezone') as zone from pg_database where datname = current_database()",
    );
    expect(row).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8', zone: 'UTC' });
  });

  test('gives the application a role that can neither read files nor make databases', async () => {
    const [role] = await ask(
      'select rolname, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolname: 'lerend', rolsuper: false, rolcreatedb: false, rolcreaterole: false });
    await expect(ask("select pg_read_file('PG_VERSION')")).rejects.toThrow(/permission denied/);
    await expect(ask('create database other')).rejects.toThrow(/permission denied/);
  });

  test('lets nobody but its own accounts into the folder of the socket', async () => {
    const folder = await stat(postgres.connection.host);
    expect(folder.mode & 0o777).toBe(0o700);
    expect(folder.uid).toBe((await stat(join(dataDir, 'postgres'))).uid);
    expect(await readFile(join(dataDir, 'postgres/pg_hba.conf'), 'utf8')).not.toMatch(/trust|password|md5/);
  });

  test('writes neither statements nor values of people into the log', async () => {
    await ask('create table person (mail text primary key, age integer)');
    await ask('insert into person values ($1, 1)', ['jan@voorbeeld.nl']);
    await expect(ask('insert into person values ($1, 2)', ['jan@voorbeeld.nl'])).rejects.toThrow(/duplicate key/);
    await expect(ask('select $1::integer', ['jan@voorbeeld.nl'])).rejects.toThrow(/invalid input/);
    expect(lines.join('\n')).not.toMatch(/jan@|person|insert/);
  });

  test('is found by another process, by its address as well, and is left running by it', async () => {
    expect(await runningEmbeddedPostgres(dataDir)).toEqual(postgres.connection);
    const joined = await joinEmbeddedPostgres({ dataDir, log });
    await joined.stop();
    const client = new pg.Client(joined.connection.url);
    await client.connect();
    expect((await client.query('select current_user as name')).rows).toEqual([{ name: 'lerend' }]);
    await client.end();
  });

  test('after a stop nothing of it runs or lies about, and a start finds the data again', async () => {
    await ask('create table kept (number integer)');
    await ask('insert into kept values (42)');
    const socketDir = postgres.connection.host;
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(await runningEmbeddedPostgres(dataDir)).toBeUndefined();
    await expect(stat(socketDir)).rejects.toThrow(/ENOENT/);
    expect(await readdir(dataDir)).toEqual(['postgres']);
    postgres = await startEmbeddedPostgres({ dataDir, log });
    expect(await ask('select number from kept')).toEqual([{ number: 42 }]);
  });
});
