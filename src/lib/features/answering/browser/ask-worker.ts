import type { BallotMaker } from './sealing.ts';

/** One task for the worker, and how its answer comes back. */
export interface WorkerTask {
  readonly id: number;
  readonly task: keyof BallotMaker;
  readonly given: unknown;
}

export type WorkerAnswer = { readonly id: number } & ({ readonly result: unknown } | { readonly failure: string });

/**
 * The ballot maker in a worker of its own, so that making keys, blinding and sealing never hold up a page on which
 * somebody is typing. Made when it is first asked, or when `load` is called; a worker that couldn't be fetched is made
 * anew at the next asking.
 */
export function workerMaker(url: string): BallotMaker & { load(): void } {
  let worker: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, { resolve(result: unknown): void; reject(reason: Error): void }>();

  function failed(): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error('The worker could not be loaded.'));
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    worker = new Worker(url, { type: 'module' });
    worker.addEventListener('error', failed);
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if ('result' in data) asker?.resolve(data.result);
      else asker?.reject(new Error(data.failure));
    });
    return worker;
  }

  const ask = <Result>(task: WorkerTask['task'], given: unknown): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
      running().postMessage({ id, task, given } satisfies WorkerTask);
    });

  return {
    load: () => void running(),
    prepare: (toCheck) => ask('prepare', toCheck),
    seal: (toSeal) => ask('seal', toSeal),
  };
}
