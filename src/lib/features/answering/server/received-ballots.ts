import type { ReceivedBallot } from '@lerend/ballot';
import type { answeringStore } from './store.ts';

type Store = ReturnType<typeof answeringStore>;

/** Rows at once: enough to keep every thread at work, ten megabytes of ballots. */
const rowsAtOnce = 2000;

/** The ballots of a peiling in parts, in the order of their numbers, which nothing chose. */
export function ballotsInParts(store: Store, scanId: string): AsyncGenerator<readonly ReceivedBallot[]> {
  return inParts((after) => store.ballotsAfter(scanId, after, rowsAtOnce));
}

/** The ballots with words, in the same way. */
export function openBallotsInParts(store: Store, scanId: string): AsyncGenerator<readonly ReceivedBallot[]> {
  return inParts(async (after) => {
    const rows = await store.openBallotsAfter(scanId, after, rowsAtOnce);
    return rows.map((row) => ({ ...row, groupId: null }));
  });
}

async function* inParts(read: (after: Uint8Array) => Promise<readonly ReceivedBallot[]>) {
  let rows = await read(new Uint8Array());
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows;
    rows = await read(last.number);
  }
}
