import type { Platform } from '#lib/platform/context/index.ts';

const lockName = `hashtextextended('lerend/example', 0)`;

/**
 * Runs the work unless another process on this database is at it: then null. The lock hangs on one connection, so a
 * process that dies lets go of it.
 */
export async function oneAtATime<Result>({ database }: Platform, work: () => Promise<Result>): Promise<Result | null> {
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${lockName}) as taken`);
    if (!rows[0]?.taken) return null;
    try {
      return await work();
    } finally {
      await client.query(`select pg_advisory_unlock(${lockName})`);
    }
  } finally {
    client.release();
  }
}

/** Whether some process is at it now. */
export async function isBusy({ database }: Platform): Promise<boolean> {
  const { rows } = await database.pool.query<{ busy: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
       and database = (select oid from pg_database where datname = current_database())
       and ((classid::bigint << 32) | objid::bigint) = ${lockName}) as busy`,
  );
  return rows[0]?.busy ?? false;
}
