import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { programIn } from './binaries.ts';
import { processOf, startFailure } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { readPostmasterFile, signalIfThere } from './leftover.ts';

/** One running PostgreSQL, as long as it runs. */
export interface Postmaster {
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<void>;
  hasEnded(): boolean;
  /** `fast` ends connections and writes a checkpoint; `immediate` leaves recovery to the next start. */
  end(manner: 'fast' | 'immediate'): Promise<void>;
}

const pollMs = 5;
/** After a kill -9 the old backends may hold the shared memory for a moment; PostgreSQL says so and we ask again. */
const holdsOn = /shared memory block .* is still in use|lock file "postmaster.pid" already exists/;
const patienceMs = 10_000;

/** Starts PostgreSQL and waits until it takes connections, recovery after a crash included. */
export async function startPostmaster(cluster: Cluster, onLine: (line: string) => void): Promise<Postmaster> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { postmaster, words, child } = launch(cluster, onLine);
    while (!postmaster.hasEnded()) {
      const file = await readPostmasterFile(cluster.folder);
      if (file?.isReady && file.pid === child.pid) return postmaster;
      await wait(pollMs);
    }
    if (!holdsOn.test(words()) || Date.now() > deadline) throw startFailure(cluster.folder, words());
    await wait(100);
  }
}

function launch(cluster: Cluster, onLine: (line: string) => void) {
  const { dataArgument, options } = processOf(cluster, cluster.folder);
  // A process group of its own: Ctrl-C in the terminal reaches Node, which ends PostgreSQL after the last request.
  const child = spawn(programIn(cluster.binaries, 'postgres'), ['-D', dataArgument], {
    ...options,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const guard = child.pid === undefined ? undefined : guardAgainstOrphan(child.pid, options);
  let heard = '';
  let ended = false;
  const end = Promise.withResolvers<void>();
  const onEnd = () => {
    ended = true;
    guard?.kill('SIGKILL');
    end.resolve();
  };
  child.once('error', (error) => {
    heard += error.message;
    onEnd();
  });
  child.once('exit', onEnd);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (heard.length < 20_000) heard += text;
    for (const line of text.split('\n')) if (line.trim() && !holdsOn.test(line)) onLine(line.trim());
  });
  const postmaster: Postmaster = {
    ended: end.promise,
    hasEnded: () => ended,
    end: async (manner) => {
      if (ended || child.pid === undefined) return;
      signalIfThere(child.pid, manner === 'fast' ? 'SIGINT' : 'SIGQUIT');
      const tooLong = setTimeout(() => child.pid !== undefined && signalIfThere(child.pid, 'SIGQUIT'), 30_000);
      await end.promise;
      clearTimeout(tooLong);
    },
  };
  return { postmaster, child, words: () => heard };
}

/**
 * A killed Node can't stop anything any more. This shell waits for the end of a pipe that the kernel closes with Node,
 * and then asks PostgreSQL to stop: no PostgreSQL outlives its Lerend.
 */
function guardAgainstOrphan(pid: number, options: object): ChildProcess {
  const script = 'read -r _; kill -INT "$1" 2>/dev/null';
  const guard = spawn('/bin/sh', ['-c', script, 'lerend-guard', String(pid)], {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  return guard;
}
