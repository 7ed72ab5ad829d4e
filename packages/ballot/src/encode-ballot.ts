import { toBase64url } from './base64url.ts';
import type { FilledBallot } from './ballot.ts';

/** Every payload has this many bytes, so that its length doesn't tell how much someone answered. */
export const payloadBytes = 1024;

export const payloadVersion = 1;

/** Version (1 byte), length of the text (2 bytes, big-endian), then the text. The rest is 0. */
export const payloadHeaderBytes = 3;

/** "Weet ik niet" among the answers, as in the opened blocks. */
export const dontKnowCode = 9;

/**
 * A ballot as the opaque payload that the server keeps until opening: JSON with its keys in one order, padded with
 * zeroes to `payloadBytes`. One ballot has one spelling. What doesn't fit is a RangeError; the full form takes half.
 */
export function encodeBallot(ballot: FilledBallot): Uint8Array {
  const answers = Object.entries(ballot.answers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([itemId, answer]): [string, number] => [itemId, answer === 'dont-know' ? dontKnowCode : answer]);
  const { form, instrumentVersion, language, speedBand } = ballot;
  const text = JSON.stringify({ form, instrumentVersion, language, speedBand, answers: Object.fromEntries(answers) });
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > payloadBytes - payloadHeaderBytes) throw new RangeError('the ballot does not fit its payload');
  const payload = new Uint8Array(payloadBytes);
  payload.set([payloadVersion, bytes.length >> 8, bytes.length & 255]);
  payload.set(bytes, payloadHeaderBytes);
  return payload;
}

/** The same as text for a form field or a link: base64url. */
export function encodeBallotText(ballot: FilledBallot): string {
  return toBase64url(encodeBallot(ballot));
}
