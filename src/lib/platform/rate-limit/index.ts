import { createHash } from 'node:crypto';
import type pg from 'pg';

export interface RateLimit {
  readonly attempts: number;
  readonly windowSeconds: number;
}

/**
 * Counts one attempt under a key (kept as a digest, so that no address stands in the table) and says
 * whether it is still within the limit. Shared by all processes on the database.
 */
export async function withinRateLimit(pool: pg.Pool, key: string, limit: RateLimit, now: Date): Promise<boolean> {
  const digest = createHash('sha256').update(key).digest('base64url');
  const result = await pool.query<{ count: number }>(
    `insert into rate_limit (id, key, count, last_request) values ($1, $1, 1, $2)
     on conflict (key) do update set
       count = case when rate_limit.last_request < $2 - $3::bigint then 1 else rate_limit.count + 1 end,
       last_request = case when rate_limit.last_request < $2 - $3::bigint then $2 else rate_limit.last_request end
     returning count`,
    [digest, now.getTime(), limit.windowSeconds * 1000],
  );
  return (result.rows[0]?.count ?? 1) <= limit.attempts;
}
