import { stat } from 'node:fs/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startTestCluster } from './test-cluster.ts';

test('a test run gets a PostgreSQL that copies databases from a template and leaves nothing behind', async () => {
  const cluster = await startTestCluster();
  const client = new pg.Client(cluster.connection);
  await client.connect();
  await client.query('create database template_of_mine');
  await client.query('create database copy_of_mine template template_of_mine');
  expect(
    (await client.query("select count(*)::integer as n from pg_database where datname like '%_of_mine'")).rows,
  ).toEqual([{ n: 2 }]);
  await client.end();
  await cluster.stop();
  await expect(stat(cluster.connection.host)).rejects.toThrow(/ENOENT/);
});
