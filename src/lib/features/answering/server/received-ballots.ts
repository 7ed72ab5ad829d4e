import type { answeringStore, KeptBallot } from './store.ts';

type Store = ReturnType<typeof answeringStore>;

/** Rows at once: enough to keep every thread at work, ten megabytes of ballots. */
const rowsAtOnce = 2000;

/** Takes the ballots of a peiling, in parts: they are gone with the transaction in which they were read. */
export function ballotsInParts(store: Store, scanId: string): AsyncGenerator<readonly KeptBallot[]> {
  return inParts((after) => store.takeBallots(scanId, after, rowsAtOnce));
}

/** The ballots with words, in the same way. */
export function openBallotsInParts(store: Store, scanId: string): AsyncGenerator<readonly KeptBallot[]> {
  return inParts((after) => store.takeOpenBallots(scanId, after, rowsAtOnce));
}

async function* inParts(take: (after: Uint8Array) => Promise<readonly KeptBallot[]>) {
  let rows = await take(new Uint8Array());
  while (rows.length > 0) {
    yield rows;
    rows = await take(highestNumber(rows));
  }
}

/** The rows of a part come in any order. */
function highestNumber(rows: readonly KeptBallot[]): Uint8Array {
  return rows.map(({ number }) => number).reduce((one, other) => (Buffer.compare(one, other) > 0 ? one : other));
}
