import { fromBase64url, toBase64url } from './base64url.ts';

/** Enough that nobody draws the same number twice or guesses one. */
export const ballotNumberBytes = 16;

/**
 * A ballot's number as text, from 16 random bytes that the respondent's device drew. It says nothing about the person,
 * and a later ballot of the same number replaces the former. Another number of bytes is a RangeError.
 */
export function ballotNumber(randomBytes: Uint8Array): string {
  if (randomBytes.length !== ballotNumberBytes) throw new RangeError(`a ballot number has ${ballotNumberBytes} bytes`);
  return toBase64url(randomBytes);
}

/** The 16 bytes of a ballot number; undefined when the text isn't one. */
export function parseBallotNumber(text: string): Uint8Array | undefined {
  const bytes = fromBase64url(text);
  return bytes?.length === ballotNumberBytes ? bytes : undefined;
}
