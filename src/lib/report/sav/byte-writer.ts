/** Bytes one after the other, the least significant first, as a system file of SPSS wants them. */
export interface ByteWriter {
  int32(...values: number[]): void;
  float64(...values: number[]): void;
  byte(value: number): void;
  /** As UTF-8, filled up with spaces to `length` bytes. */
  text(value: string, length: number): void;
  bytes(): Uint8Array;
}

const space = 0x20;

export function byteWriter(): ByteWriter {
  let held = new Uint8Array(4096);
  let length = 0;
  const room = (count: number): DataView => {
    if (length + count > held.length) {
      const larger = new Uint8Array(Math.max(held.length * 2, length + count));
      larger.set(held);
      held = larger;
    }
    const view = new DataView(held.buffer, length, count);
    length += count;
    return view;
  };
  return {
    int32: (...values) => {
      for (const value of values) room(4).setInt32(0, value, true);
    },
    float64: (...values) => {
      for (const value of values) room(8).setFloat64(0, value, true);
    },
    byte: (value) => room(1).setUint8(0, value),
    text: (value, size) => {
      const encoded = new TextEncoder().encode(value);
      if (encoded.length > size) throw new RangeError(`"${value}" takes more than ${size} bytes`);
      const at = length;
      room(size);
      held.fill(space, at, at + size);
      held.set(encoded, at);
    },
    bytes: () => held.slice(0, length),
  };
}
