/**
 * The bytes four at a time: each word has four people, and one addition or `and` works on all of them. What is done to
 * a word must keep each byte within 0–255; which end of the word comes first makes no difference then.
 *
 * The last bytes that don't fill a word aren't in it. Shares the memory of `bytes`, except where those don't begin on
 * a whole word: then it is a copy, so write only to bytes that you made yourself.
 */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length >> 2);
}

/** One zeroed byte a person, rounded up to whole words. */
export function wholeWords(people: number): Uint8Array {
  return new Uint8Array(Math.ceil(people / 4) * 4);
}

/** 1 in each byte of the word that isn't 0. */
export function filledBytes(word: number): number {
  return ((((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word) & 0x80808080) >>> 7;
}
