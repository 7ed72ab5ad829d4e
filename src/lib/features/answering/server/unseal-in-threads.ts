import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BallotKind, UnsealOutcome, UnsealPart } from '@lerend/ballot';
import { threadFile } from '#lib/platform/threads/index.ts';
import type { KeptBallot } from './store.ts';
import { unsealersWith } from './unsealers.ts';
import type { Unsealers, UnsealersKeys } from './unsealers.ts';

/** From so many ballots on it pays to start threads, and to keep this one free for others. */
const fewest = 1000;

const mostThreads = 4;

/** What a thread is asked, and what it answers. */
export interface ThreadPart {
  readonly kind: BallotKind;
  readonly part: readonly KeptBallot[];
}
export type ThreadOutcomes = readonly UnsealOutcome[];

/**
 * Does something with ballots being unsealed: few of them here, many in threads of their own, so that the server goes on
 * answering. The threads end with the work, whatever came of it, and the key with them.
 */
export async function withUnsealing<Result>(
  keys: UnsealersKeys,
  ballotCount: number,
  work: (unsealers: Unsealers) => Promise<Result>,
): Promise<Result> {
  if (ballotCount < fewest) return work(await unsealersWith(keys));
  const threads = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, () => startThread(keys));
  const unsealing =
    (kind: BallotKind): UnsealPart<KeptBallot> =>
    async (part) => {
      const share = Math.ceil(part.length / threads.length);
      const shares = threads.map((thread, at) =>
        inThread(thread, { kind, part: part.slice(at * share, (at + 1) * share) }),
      );
      return (await Promise.all(shares)).flat();
    };
  try {
    return await work({ ballot: unsealing('ballot'), words: unsealing('words') });
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

interface Thread {
  readonly worker: Worker;
  /** Rejects when the thread fails, whether or not somebody waits for it at that moment. */
  readonly failed: Promise<never>;
  /** Ends with the last part that it was asked: it answers one at a time. */
  last: Promise<unknown>;
}

function startThread(keys: UnsealersKeys): Thread {
  const worker = new Worker(threadFile('#lib/features/answering/server/unseal-worker.ts'), {
    workerData: keysOf(keys),
  });
  const failed = new Promise<never>((_, reject) => worker.once('error', reject));
  failed.catch(() => undefined); // Told to whoever waits for a part; nobody else has to hear it.
  return { worker, failed, last: Promise.resolve() };
}

/** Only what a thread may get: whoever asks has functions beside the keys, which can't go there. */
function keysOf({ scanId, openingKey, groupKeys, receiptKey }: UnsealersKeys): UnsealersKeys {
  return { scanId, openingKey, groupKeys, ...(receiptKey ? { receiptKey } : {}) };
}

function inThread(thread: Thread, asked: ThreadPart): Promise<ThreadOutcomes> {
  const answered = thread.last.then(async () => {
    const message = once(thread.worker, 'message');
    thread.worker.postMessage(asked);
    const [outcomes] = (await Promise.race([message, thread.failed])) as [ThreadOutcomes];
    return outcomes;
  });
  thread.last = answered.catch(() => undefined);
  return answered;
}
