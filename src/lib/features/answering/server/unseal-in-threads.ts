import { once } from 'node:events';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { unsealPartWith } from '@lerend/ballot';
import type { UnsealingKeys, UnsealOutcome, UnsealPart } from '@lerend/ballot';
import { nodeCryptography } from './node-cryptography.ts';

/** From so many ballots on it pays to start threads, and to keep this one free for others. */
const fewest = 1000;

const mostThreads = 4;

/**
 * Does something with ballots being unsealed: few of them here, many in threads of their own, so that the server goes on
 * answering. The threads end with the work, whatever came of it, and the key with them.
 */
export async function withUnsealing<Result>(
  keys: UnsealingKeys,
  ballotCount: number,
  work: (unsealPart: UnsealPart) => Promise<Result>,
): Promise<Result> {
  if (ballotCount < fewest) return work(await unsealPartWith(nodeCryptography, keys));
  const threads = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, () => startThread(keys));
  try {
    return await work(async (part) => {
      const share = Math.ceil(part.length / threads.length);
      const shares = threads.map((thread, at) => inThread(thread, part.slice(at * share, (at + 1) * share)));
      return (await Promise.all(shares)).flat();
    });
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

interface Thread {
  readonly worker: Worker;
  /** Rejects when the thread fails, whether or not somebody waits for it at that moment. */
  readonly failed: Promise<never>;
}

function startThread({ kind, scanId, openingKey, groupKeys }: UnsealingKeys): Thread {
  const path = createRequire(import.meta.url).resolve('#lib/features/answering/server/unseal-worker.ts');
  const worker = new Worker(path, { workerData: { kind, scanId, openingKey, groupKeys } satisfies UnsealingKeys });
  const failed = new Promise<never>((_, reject) => worker.once('error', reject));
  failed.catch(() => undefined); // Told to whoever waits for a part; nobody else has to hear it.
  return { worker, failed };
}

/** One part at a time: the answer that comes is the answer to it. */
async function inThread({ worker, failed }: Thread, part: Parameters<UnsealPart>[0]) {
  const answered = once(worker, 'message');
  worker.postMessage(part);
  const [outcomes] = (await Promise.race([answered, failed])) as [readonly UnsealOutcome[]];
  return outcomes;
}
