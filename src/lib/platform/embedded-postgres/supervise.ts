import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { startPostmaster } from './postmaster.ts';
import type { ClusterLog } from './start.ts';

export interface Supervised {
  stop(manner: 'fast' | 'immediate'): Promise<void>;
}

const pausesMs = [0, 200, 1_000, 5_000, 15_000];
/** A PostgreSQL that ran this long was healthy: what ends it after that is a new misfortune. */
const healthyMs = 60_000;

/**
 * Starts PostgreSQL and starts it again when it ends by itself (killed for want of memory, say). It mends the end of one
 * backend itself; this is for the whole of it. The pool's next connections find the new one at the same socket.
 */
export async function supervise(cluster: Cluster, log: ClusterLog): Promise<Supervised> {
  let isStopping = false;
  let current = await startPostmaster(cluster, (line) => report(log, line, isStopping));
  let startedAt = Date.now();

  const watching = (async () => {
    for (let failures = 0; ;) {
      await current.ended;
      if (isStopping) return;
      failures = Date.now() - startedAt > healthyMs ? 1 : failures + 1;
      const pause = pausesMs[failures - 1];
      if (pause === undefined) {
        log.error('PostgreSQL ended again and again; not started any more');
        return;
      }
      log.error('PostgreSQL ended unexpectedly; starting it again');
      await wait(pause);
      if (isStopping) return;
      try {
        current = await startPostmaster(cluster, (line) => report(log, line, isStopping));
        startedAt = Date.now();
      } catch (error) {
        log.error(error instanceof Error ? error.message : String(error));
      }
    }
  })();

  return {
    stop: async (manner) => {
      isStopping = true;
      await current.end(manner);
      await watching;
      await current.end(manner);
    },
  };
}

const routine =
  /starting PostgreSQL|listening on|database system|shutdown request|aborting any active|background worker|shutting down|parallel worker|skipping missing configuration file/;

function report(log: ClusterLog, line: string, isStopping: boolean): void {
  const isSerious = /\b(FATAL|PANIC|WARNING):/.test(line);
  if (!isSerious && routine.test(line)) return;
  if (isStopping && /terminating connection|the database system is shutting down/.test(line)) return;
  if (isSerious) log.warn(`postgres: ${line}`);
  else log.info(`postgres: ${line}`);
}
