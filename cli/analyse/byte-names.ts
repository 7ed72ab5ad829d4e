const FIRST_PLACES = 1024;
const FIRST_BYTES = 1 << 14;

/**
 * Texts by their bytes: a text that came by before is found back without making a string of it again, which for a
 * column of units saves a million strings.
 */
export class ByteNames {
  readonly names: string[] = [];
  readonly #hashes: number[] = [];
  /** Where each text begins in `#bytes`; one more at the end. */
  readonly #starts: number[] = [0];
  #bytes = new Uint8Array(FIRST_BYTES);
  /** By hash, open addressing: the number of the text + 1; 0 = free. At most half full. */
  #places = new Int32Array(FIRST_PLACES);

  /** The number of these bytes in `names`; −1 when they are new. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = this.#places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const index = (this.#places[place] as number) - 1;
      if (index < 0) return -1;
      if (this.#hashes[index] === hash && this.#isSame(index, bytes, start, end)) return index;
    }
  }

  /** Keeps new bytes with the text that they stand for. */
  add(bytes: Uint8Array, start: number, end: number, name: string): void {
    const from = this.#starts.at(-1) as number;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(to, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(start, end), from);
    this.#starts.push(to);
    this.#hashes.push(hashOf(bytes, start, end));
    this.names.push(name);
    if (this.names.length * 2 > this.#places.length) this.#places = new Int32Array(this.#places.length * 2);
    else return this.#settle(this.names.length - 1);
    for (let index = 0; index < this.names.length; index += 1) this.#settle(index);
  }

  #settle(index: number): void {
    const mask = this.#places.length - 1;
    let place = (this.#hashes[index] as number) & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = index + 1;
  }

  #isSame(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[index] as number;
    if ((this.#starts[index + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) if (this.#bytes[from + at - start] !== bytes[at]) return false;
    return true;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash >>> 0;
}
