import { ballotLanguages, formIds, speedBands } from './ballot.ts';
import type { Answer, BallotFault, DecodedBallot } from './ballot.ts';
import { isSameBytes } from './byte-strings.ts';
import { dontKnowCode, encodeBallot, payloadBytes, payloadHeaderBytes, payloadVersion } from './encode-ballot.ts';

const fields: readonly string[] = ['form', 'instrumentVersion', 'language', 'speedBand', 'answers'];

/** Item ids as the instrument writes them: letters, digits, hyphens. */
const itemIdPattern = /^[A-Za-z][A-Za-z0-9-]{0,15}$/;
const versionPattern = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

/**
 * Reads a payload back, strictly: whatever `encodeBallot` wouldn't have written, to the byte, is a fault with its code.
 * It checks the ballot by itself; whether the items belong to the peiling is for `openBallots`.
 */
export function decodeBallot(payload: Uint8Array): DecodedBallot {
  if (payload.length !== payloadBytes) return fault('wrong-size');
  if (payload[0] !== payloadVersion) return fault('unknown-payload-version');
  const length = ((payload[1] ?? 0) << 8) | (payload[2] ?? 0);
  if (length > payloadBytes - payloadHeaderBytes) return fault('not-readable');
  const content = parseText(payload.subarray(payloadHeaderBytes, payloadHeaderBytes + length));
  if (content === undefined) return fault('not-readable');
  const decoded = readContent(content);
  if (!decoded.ok) return decoded;
  return isSameBytes(encodeBallot(decoded.ballot), payload) ? decoded : fault('another-spelling');
}

function readContent(content: Record<string, unknown>): DecodedBallot {
  if (Object.keys(content).some((field) => !fields.includes(field))) return fault('unknown-field');
  const form = formIds.find((one) => one === content['form']);
  if (form === undefined) return fault('unknown-form');
  const instrumentVersion = content['instrumentVersion'];
  if (typeof instrumentVersion !== 'string' || !versionPattern.test(instrumentVersion))
    return fault('bad-instrument-version');
  const language = ballotLanguages.find((one) => one === content['language']);
  if (language === undefined) return fault('unknown-language');
  const speedBand = speedBands.find((one) => one === content['speedBand']);
  if (speedBand === undefined) return fault('unknown-speed-band');
  if (!isRecord(content['answers'])) return fault('not-readable');
  const answers: Record<string, Answer> = {};
  for (const [itemId, value] of Object.entries(content['answers'])) {
    if (!itemIdPattern.test(itemId)) return fault('bad-item-id');
    const answer = answerOf(value);
    if (answer === undefined) return fault('answer-out-of-range');
    answers[itemId] = answer;
  }
  return { ok: true, ballot: { form, instrumentVersion, language, answers, speedBand } };
}

function answerOf(value: unknown): Answer | undefined {
  if (value === dontKnowCode) return 'dont-know';
  return ([1, 2, 3, 4, 5] as const).find((one) => one === value);
}

function parseText(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(content) ? content : undefined;
  } catch {
    // Neither UTF-8 nor JSON: both are told apart from a ballot by the caller's fault code.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(code: BallotFault): DecodedBallot {
  return { ok: false, fault: code };
}
