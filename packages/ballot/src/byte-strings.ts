/** Bytes as the Web Cryptography API takes them: never over shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** All parts after one another, in new memory. */
export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether both hold the same. Not in constant time: only for what isn't secret. */
export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && standsAt(one, 0, other);
}

/** Whether these bytes stand in `whole` at this place. A plain loop: a count asks it of thousands of bytes a ballot. */
export function standsAt(whole: Uint8Array, from: number, expected: Uint8Array): boolean {
  for (let at = 0; at < expected.length; at++) if (whole[from + at] !== expected[at]) return false;
  return true;
}

const wordBytes = 4;

/** Whether there is nothing but zeroes from this place on; four bytes at a time, where they stand in line. */
export function isZeroFrom(whole: Uint8Array, from: number): boolean {
  const tail = whole.subarray(from);
  if (tail.length < wordBytes) return isAllZero(tail);
  const before = (wordBytes - (tail.byteOffset % wordBytes)) % wordBytes;
  const words = new Uint32Array(tail.buffer, tail.byteOffset + before, Math.floor((tail.length - before) / wordBytes));
  return (
    isAllZero(tail.subarray(0, before)) &&
    isAllZero(words) &&
    isAllZero(tail.subarray(before + words.length * wordBytes))
  );
}

function isAllZero(values: Uint8Array | Uint32Array): boolean {
  for (let at = 0; at < values.length; at++) if (values[at] !== 0) return false;
  return true;
}

/** A whole number as four bytes, the highest first. Outside 0 … 2³² − 1 it is a RangeError. */
export function fourBytes(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new RangeError(`${value} has no four bytes`);
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

export const textBytes = (text: string): Bytes => new TextEncoder().encode(text);

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idBytes = 16;

/** The sixteen bytes of an id as the database writes it (small letters); anything else is a RangeError. */
export function bytesOfId(id: string): Bytes {
  if (!uuidPattern.test(id)) throw new RangeError('an id is a UUID in small letters');
  return bytesOfHex(id.replaceAll('-', ''));
}

/** The id of sixteen bytes, as the database writes it; another number of bytes is a RangeError. */
export function idOfBytes(bytes: Uint8Array): string {
  if (bytes.length !== idBytes) throw new RangeError('an id has sixteen bytes');
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function bytesOfHex(hex: string): Bytes {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

/** SHA-256. */
export async function sha256(subtle: SubtleCrypto, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', joinBytes(bytes)));
}
