import { parentPort, workerData } from 'node:worker_threads';
import { itemsByGroup } from '@lerend/analysis';
import type { ItemsInput } from '@lerend/analysis';

parentPort?.postMessage(itemsByGroup(workerData as ItemsInput));
