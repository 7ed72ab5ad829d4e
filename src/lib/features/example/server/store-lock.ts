import { sql } from 'kysely';
import type { Database } from '#lib/platform/database/index.ts';

const key = sql`hashtextextended('lerend/example', 0)`;

/** The one lock of this feature, over all processes on the database. */
export const lockStore = ({ everyone }: Pick<Database, 'everyone'>) => ({
  /**
   * Runs the work unless another process is at it: then null. The lock hangs on one connection, so a process that dies
   * lets go of it.
   */
  oneAtATime: <Result>(work: () => Promise<Result>): Promise<Result | null> =>
    everyone.connection().execute(async (connection) => {
      const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${key}) as taken`.execute(connection);
      if (!rows[0]?.taken) return null;
      try {
        return await work();
      } finally {
        await sql`select pg_advisory_unlock(${key})`.execute(connection);
      }
    }),

  /** Whether some process is at it now. */
  isBusy: async (): Promise<boolean> => {
    const { rows } = await sql<{ busy: boolean }>`select exists (
      select from pg_locks
      where locktype = 'advisory' and granted and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
        and ((classid::bigint << 32) | objid::bigint) = ${key}
    ) as busy`.execute(everyone);
    return rows[0]?.busy ?? false;
  },
});
