import { parentPort, workerData } from 'node:worker_threads';
import type { Snapshot } from '@lerend/analysis';
import { renderTable } from '#lib/report/index.ts';
import type { TableOptions } from '#lib/report/index.ts';

const { snapshot, options } = workerData as { snapshot: Snapshot; options: TableOptions };
parentPort?.postMessage(await renderTable(snapshot, options));
