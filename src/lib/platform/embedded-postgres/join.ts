import { runningEmbeddedPostgres } from './connection.ts';
import { startEmbeddedPostgres } from './start.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './start.ts';

/**
 * For the command line: uses the PostgreSQL of a Lerend that runs on this data folder, and starts one of its own when none
 * does. Stopping ends only what was started here.
 */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const running = await runningEmbeddedPostgres(options.dataDir);
  if (running) return { connection: running, stop: async () => undefined };
  return startEmbeddedPostgres(options);
}
