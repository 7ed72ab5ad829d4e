import { parentPort, workerData } from 'node:worker_threads';
import type { SnapshotInput } from '@lerend/analysis';
import { resultFrom } from './result-from.ts';

parentPort?.postMessage(await resultFrom(workerData as SnapshotInput));
