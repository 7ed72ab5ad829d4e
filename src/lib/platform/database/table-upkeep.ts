import type pg from 'pg';
import type { DB } from './tables.ts';

/** While a rewrite waits for its turn, everyone else waits behind it: it gives up soon. */
const patience = '2s';
const lockNotAvailable = '55P03';

/**
 * VACUUM FULL, table by table: the rows that are left go into new files and the old ones are taken away. True when
 * nothing deleted was left in them; a transaction that began before the deletion still holds on to what it may see.
 */
export async function rewriteTables(pool: pg.Pool, tables: readonly (keyof DB)[]): Promise<boolean> {
  const client = await pool.connect();
  let kept = 0;
  // "… DETAIL: 3 dead row versions cannot be removed yet": the number stands in it in every language.
  const count = ({ detail }: { detail?: string | undefined }) => (kept += Number(/\d+/.exec(detail ?? '')?.[0] ?? 0));
  client.on('notice', count);
  try {
    await client.query(`set lock_timeout = '${patience}'`);
    await client.query('set client_min_messages = info');
    for (const table of tables) await client.query(`vacuum (full, verbose) ${snakeCase(table)}`);
    return kept === 0;
  } catch (error) {
    if ((error as { code?: string }).code === lockNotAvailable) return false;
    throw error;
  } finally {
    client.off('notice', count);
    // With its settings as it found them, or not at all.
    await client.query('reset lock_timeout; reset client_min_messages').then(
      () => client.release(),
      (error: unknown) => client.release(error instanceof Error ? error : true),
    );
  }
}

/** ANALYZE: the planner learns at once what a table holds, where it would have been told within minutes. */
export async function analyseTables(pool: pg.Pool, tables: readonly (keyof DB)[]): Promise<void> {
  await pool.query(`analyze ${tables.map(snakeCase).join(', ')}`);
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
