import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './start.ts';
import type { EmbeddedConnection } from './connection.ts';

export interface TestCluster {
  connection: EmbeddedConnection;
  stop(): Promise<void>;
}

/**
 * One PostgreSQL for a test run, in a folder of its own that goes with it: real, but with data that may be lost, so it
 * starts in half a second. Its role may make databases: copy each test's from a template.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join('/tmp', 'lerend-test-'));
  const silent = { info: () => undefined, warn: () => undefined, error: (message: string) => console.error(message) };
  try {
    const cluster = await startEmbeddedPostgres({ dataDir: folder, log: silent, isThrowAway: true });
    return {
      connection: cluster.connection,
      stop: async () => {
        await cluster.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
