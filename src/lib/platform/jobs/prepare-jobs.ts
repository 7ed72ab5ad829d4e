import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

/** Makes or updates the job tables, so that a job can be added before any worker runs. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}
