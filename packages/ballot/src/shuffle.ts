/** Gives as many random bytes as asked for: `crypto.getRandomValues` in the browser, `randomBytes` on the server. */
export type RandomBytes = (count: number) => Uint8Array;

const wordBytes = 4;
const wordRange = 2 ** 32;
const wordsAtOnce = 1024;

/**
 * The same items in a random order, every order equally likely as far as the bytes are random: Fisher–Yates, with
 * words thrown away that would favour some places (no modulo bias). A new array; the given one isn't touched.
 * Too few bytes from `randomBytes` is an Error, because a shuffle that quietly isn't one would link people to rows.
 */
export function shuffle<T>(items: readonly T[], randomBytes: RandomBytes): T[] {
  const shuffled = [...items];
  const nextBelow = drawBelow(randomBytes);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = nextBelow(last + 1);
    const moved = shuffled[last] as T;
    shuffled[last] = shuffled[other] as T;
    shuffled[other] = moved;
  }
  return shuffled;
}

/** Draws whole numbers from 0 to below `limit`, each equally likely. */
function drawBelow(randomBytes: RandomBytes): (limit: number) => number {
  let words: DataView = new DataView(new ArrayBuffer(0));
  let at = 0;
  const nextWord = () => {
    if (at >= words.byteLength) {
      const bytes = randomBytes(wordsAtOnce * wordBytes);
      if (bytes.length !== wordsAtOnce * wordBytes) throw new Error(`${bytes.length} random bytes came`);
      words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      at = 0;
    }
    const word = words.getUint32(at);
    at += wordBytes;
    return word;
  };
  return (limit) => {
    const fair = wordRange - (wordRange % limit);
    let word = nextWord();
    while (word >= fair) word = nextWord();
    return word % limit;
  };
}
