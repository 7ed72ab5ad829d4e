import { Worker } from 'node:worker_threads';
import { mayTestItems } from '@lerend/analysis';
import type { FoundByGroup, ItemsInput } from '@lerend/analysis';
import { threadFile } from '#lib/platform/threads/index.ts';

/**
 * Which items groups answer differently, worked out in a thread of its own while the result is being made: half a second
 * of thinking for 10,000 people. The thread gets answers and bands in memory and ends with what it found; where no group
 * is large enough none is started.
 */
export function itemsInThread(input: ItemsInput): Promise<readonly FoundByGroup[]> {
  if (!mayTestItems(input)) return Promise.resolve([]);
  const { form, units, answers, profile } = input;
  const found = inThread({ form, units, answers, profile });
  found.catch(() => undefined); // Told to whoever waits for it, which is after the result was made.
  return found;
}

function inThread(workerData: ItemsInput): Promise<readonly FoundByGroup[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile('#lib/features/result/server/items-worker.ts'), { workerData });
    worker.once('message', (found: readonly FoundByGroup[]) => {
      resolve(found);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that compares items ended with code ${code}`)));
  });
}
