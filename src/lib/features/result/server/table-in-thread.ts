import { Worker } from 'node:worker_threads';
import type { Snapshot } from '@lerend/analysis';
import { threadFile } from '#lib/platform/threads/index.ts';
import type { TableOptions } from '#lib/report/index.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * A workbook of three hundred units takes over a second of thinking: it is made in a thread of its own, one at a time,
 * so that nobody else waits for it.
 */
export function tableInThread(snapshot: Snapshot, options: TableOptions): Promise<Uint8Array> {
  const made = last.then(() => inThread({ snapshot, options }));
  last = made.catch(() => undefined);
  return made;
}

function inThread(workerData: { snapshot: Snapshot; options: TableOptions }): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile('#lib/features/result/server/table-worker.ts'), { workerData });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(bytes);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that makes tables ended with code ${code}`)));
  });
}
