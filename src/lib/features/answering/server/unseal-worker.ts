import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadOutcomes, ThreadPart } from './unseal-in-threads.ts';
import { unsealersWith } from './unsealers.ts';
import type { UnsealersKeys } from './unsealers.ts';

// Node finds out what a key is by trying, and throws and catches errors of its own for each ballot; where they came from
// is read by nobody, and writing it down takes a third of the time.
Error.stackTraceLimit = 0;

const unsealers = await unsealersWith(workerData as UnsealersKeys);
parentPort?.on('message', ({ kind, part }: ThreadPart) => {
  void unsealers[kind](part).then((outcomes: ThreadOutcomes) => {
    // The payloads go over; the rest is small enough to be copied.
    const payloads = outcomes.flatMap((one) => (typeof one === 'string' ? [] : [one.payload.buffer as ArrayBuffer]));
    parentPort?.postMessage(outcomes, payloads);
  });
});
