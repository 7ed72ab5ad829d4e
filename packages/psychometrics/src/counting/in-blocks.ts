/** People, or words of four people, at a time. */
const BLOCK = 8192;

/**
 * Does the work from 0 to `length` in pieces. A function that is called often is compiled to fast code once and for
 * all; one long loop is interpreted from its start at every call, until the engine has replaced it under way.
 */
export function inBlocks(length: number, work: (from: number, to: number) => void): void {
  for (let from = 0; from < length; from += BLOCK) work(from, Math.min(length, from + BLOCK));
}
