import type { ReceivedBallot } from '@lerend/ballot';
import type { answeringStore } from './store.ts';

type Store = ReturnType<typeof answeringStore>;

/** Rows at once: enough to keep every thread at work, ten megabytes of ballots. */
const rowsAtOnce = 2000;

/** The ballots of a peiling in parts, in the order of their numbers, which nothing chose. */
export async function* ballotsInParts(store: Store, scanId: string): AsyncGenerator<readonly ReceivedBallot[]> {
  let after = new Uint8Array();
  for (;;) {
    const rows = await store.ballotsAfter(scanId, after, rowsAtOnce);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.number as Uint8Array<ArrayBuffer>;
  }
}

/** The ballots with words, in the same way. */
export async function* openBallotsInParts(store: Store, scanId: string): AsyncGenerator<readonly ReceivedBallot[]> {
  let after = new Uint8Array();
  for (;;) {
    const rows = await store.openBallotsAfter(scanId, after, rowsAtOnce);
    if (rows.length === 0) return;
    yield rows.map((row) => ({ ...row, groupId: null }));
    after = rows.at(-1)?.number as Uint8Array<ArrayBuffer>;
  }
}
