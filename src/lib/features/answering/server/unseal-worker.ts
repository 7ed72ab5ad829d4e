import { parentPort, workerData } from 'node:worker_threads';
import { unsealPartWith } from '@lerend/ballot';
import type { ReceivedBallot, UnsealingKeys } from '@lerend/ballot';
import { nodeCryptography } from './node-cryptography.ts';

const unsealPart = await unsealPartWith(nodeCryptography, workerData as UnsealingKeys);
parentPort?.on('message', (part: readonly ReceivedBallot[]) => {
  void unsealPart(part).then((outcomes) => parentPort?.postMessage(outcomes));
});
