import type { Snapshot } from '@lerend/analysis';
import { answerFromThread } from '#lib/platform/threads/index.ts';
import type { TableOptions } from '#lib/report/index.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * A workbook of three hundred units takes over a second of thinking: it is made in a thread of its own, one at a time,
 * so that nobody else waits for it.
 */
export function tableInThread(snapshot: Snapshot, options: TableOptions): Promise<Uint8Array> {
  const made = last.then(() =>
    answerFromThread<Uint8Array>('#lib/features/result/server/table-worker.ts', { snapshot, options }),
  );
  last = made.catch(() => undefined);
  return made;
}
