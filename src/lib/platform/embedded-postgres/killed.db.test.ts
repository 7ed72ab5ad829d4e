import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import type { EmbeddedConnection } from './index.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const rounds = 5;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp('/tmp/lerend-killed-');
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** A Node of its own that runs the database and says when it does. */
async function startInAnotherNode(): Promise<ChildProcess> {
  const module = new URL('./index.ts', import.meta.url).href;
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const quiet = { info() {}, warn() {}, error() {} };
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: quiet });
    setInterval(() => {}, 1000);
    process.stdout.write('up');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

async function add(connection: EmbeddedConnection | undefined, number: number): Promise<void> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists kept (number integer primary key)');
  await client.query('insert into kept values ($1)', [number]);
  await client.end();
}

async function keptNumbers(connection: EmbeddedConnection): Promise<number[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ number: number }>('select number from kept order by number');
  await client.end();
  return rows.map((row) => row.number);
}

const postmasterPid = async () =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

describe('after kill -9', () => {
  test('of Node: PostgreSQL stops by itself within seconds', async () => {
    const node = await startInAnotherNode();
    await add(await runningEmbeddedPostgres(dataDir), 0);
    node.kill('SIGKILL');
    for (let tries = 0; tries < 200 && (await runningEmbeddedPostgres(dataDir)); tries++) await wait(50);
    expect(await runningEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  test(`of Node, ${rounds} times: the next start at once takes over and has every row`, async () => {
    for (let round = 1; round <= rounds; round++) {
      const node = await startInAnotherNode();
      await add(await runningEmbeddedPostgres(dataDir), round);
      node.kill('SIGKILL');
      const next = await startEmbeddedPostgres({ dataDir, log: silent });
      expect(await keptNumbers(next.connection)).toEqual(Array.from({ length: round + 1 }, (_, number) => number));
      await next.stop();
    }
  });

  test(`of Node and PostgreSQL together, ${rounds} times: every acknowledged row is there`, async () => {
    for (let round = rounds + 1; round <= 2 * rounds; round++) {
      const node = await startInAnotherNode();
      await add(await runningEmbeddedPostgres(dataDir), round);
      const pid = await postmasterPid();
      node.kill('SIGKILL');
      process.kill(pid, 'SIGKILL');
      const next = await startEmbeddedPostgres({ dataDir, log: silent });
      expect(await keptNumbers(next.connection)).toHaveLength(round + 1);
      await next.stop();
    }
  });

  test('of PostgreSQL alone: it is started again at the same address', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
    const first = await postmasterPid();
    process.kill(first, 'SIGKILL');
    const isBack = async () => {
      const running = await runningEmbeddedPostgres(dataDir);
      return running !== undefined && (await postmasterPid()) !== first;
    };
    for (let tries = 0; tries < 200 && !(await isBack()); tries++) await wait(50);
    expect(await keptNumbers(postgres.connection)).toHaveLength(2 * rounds + 1);
    await postgres.stop();
  });
});
