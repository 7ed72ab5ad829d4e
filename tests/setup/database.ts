import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/platform/database/index.ts';
import { prepareJobs } from '#lib/platform/jobs/index.ts';
import { startTestCluster } from '#lib/platform/embedded-postgres/test-cluster.ts';

const template = 'lerend_template';

/** One real PostgreSQL for the whole run; every test copies its own database from a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const { host, port, user } = cluster.connection;
  const administrator = new pg.Client({ host, port, user, database: 'postgres' });
  await administrator.connect();
  await administrator.query(`create database ${template}`);
  await administrator.end();
  const pool = new pg.Pool({ host, port, user, database: template });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await migrate(pool);
  await prepareJobs(pool);
  await pool.end();
  project.provide('testDatabase', { host, port, user, template });
  return () => cluster.stop();
}
