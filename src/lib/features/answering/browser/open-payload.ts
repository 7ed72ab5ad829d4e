import { isZeroFrom, toBase64url } from '@lerend/ballot';

/** Answers to the open questions, in the respondent's own words: a ballot of its own, with a number of its own. */
export interface OpenBallot {
  readonly answers: { readonly [questionId: string]: string };
}

export type DecodedOpenBallot = { readonly ok: true; readonly ballot: OpenBallot } | { readonly ok: false };

/** Most characters of one answer. */
export const openTextLength = 500;

/** Every open payload has this many bytes, so that its length doesn't tell how much someone wrote. */
export const openBallotBytes = 6144;

const payloadVersion = 1;
const headerBytes = 3;
const questionIdPattern = /^[A-Za-z][A-Za-z0-9-]{0,15}$/;

/** Control characters (but for the new line and the tab) and halves of letters have no place in an answer. */
export function plainText(written: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(written));
  return wellFormed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** Version, length of the text (2 bytes, big-endian), the answers as JSON, then zeroes. Empty answers are left out. What doesn't fit is a RangeError. */
export function encodeOpenBallotText({ answers }: OpenBallot): string {
  const written = Object.entries(answers)
    .map(([questionId, answer]) => [questionId, plainText(answer)] as const)
    .filter(([, answer]) => answer !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(written)));
  if (text.length > openBallotBytes - headerBytes) throw new RangeError('the answers do not fit their payload');
  const payload = new Uint8Array(openBallotBytes);
  payload.set([payloadVersion, text.length >> 8, text.length & 255]);
  payload.set(text, headerBytes);
  return toBase64url(payload);
}

/** Reads it back. Anything that isn't question ids with answers of 1 to `openTextLength` characters is not ok. */
export function decodeOpenBallot(payload: Uint8Array): DecodedOpenBallot {
  const length = ((payload[1] ?? 0) << 8) | (payload[2] ?? 0);
  if (payload.length !== openBallotBytes || payload[0] !== payloadVersion) return { ok: false };
  const answers = parseAnswers(payload.subarray(headerBytes, headerBytes + length));
  if (!answers || !isZeroFrom(payload, headerBytes + length)) return { ok: false };
  return { ok: true, ballot: { answers } };
}

function parseAnswers(bytes: Uint8Array): Record<string, string> | undefined {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Neither UTF-8 nor JSON: the caller says that it isn't a ballot.
    return undefined;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  const entries = Object.entries(content);
  return entries.every(isAnswer) ? Object.fromEntries(entries as [string, string][]) : undefined;
}

function isAnswer([questionId, text]: [string, unknown]): boolean {
  if (!questionIdPattern.test(questionId) || typeof text !== 'string') return false;
  return text !== '' && text.length <= openTextLength && text === plainText(text);
}
