import { Worker } from 'node:worker_threads';
import { threadFile } from '#lib/platform/threads/index.ts';
import type { TableReading } from './read-table.ts';

/** More than a list of 100,000 people takes; a file made to hurt ends here, and only its own thread with it. */
const mostMegabytes = 512;
const mostMilliseconds = 20_000;

let last: Promise<unknown> = Promise.resolve();

/** Reads a file from outside in a thread of its own, one at a time: whatever it holds, the pages go on. */
export function readTableInThread(bytes: Uint8Array): Promise<TableReading> {
  const read = last.then(() => inThread(bytes));
  last = read.catch(() => undefined);
  return read;
}

function inThread(bytes: Uint8Array): Promise<TableReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile('#lib/features/organisation/server/import/read-table-worker.ts'), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const tooLong = (): void => resolve({ fault: 'file-too-long' });
    const limit = setTimeout(() => {
      tooLong();
      void worker.terminate();
    }, mostMilliseconds);
    worker.once('message', (reading: TableReading) => {
      resolve(reading);
      void worker.terminate();
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLong() : reject(error),
    );
    worker.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`the thread that reads lists ended with code ${code}`));
    });
  });
}
