import { openQuestions } from '@lerend/instrument';
import { fromBase64url } from '@lerend/ballot';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { decodeOpenBallot } from '../contract.ts';
import { answeringFaults, answeringMessages } from '../messages.ts';
import { OpenBallotInput } from './ballot-input.ts';
import { isOpenCredential } from './open-credential.ts';
import { asksForWords } from './research-consent.ts';
import { answeringStore } from './store.ts';
import { refuseUnlessOpen, storeWhileOpen } from './while-open.ts';

/** Takes in the ballot with words: no unit, and a number that leads to no other ballot. */
export async function receiveOpenBallot(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<void> {
  const { number, credential, payload } = read(OpenBallotInput, input, answeringFaults(language));
  const say = answeringMessages(language);
  refuseUnlessOpen(scan, platform, language);
  if (!isOpenCredential(platform, scan, number, credential)) throw new Refusal(403, say('credential-foreign'));
  if (!asksForWords(scan)) throw new Refusal(422, say('ballot-of-another-form'));
  const sealed = fromBase64url(payload);
  const decoded = sealed && decodeOpenBallot(sealed);
  if (!sealed || !decoded?.ok) throw new Refusal(422, say('ballot-unreadable'));
  if (!Object.keys(decoded.ballot.answers).every(isAsked)) throw new Refusal(422, say('item-not-asked'));
  const row = { scanId: scan.scanId, number: fromBase64url(number) ?? new Uint8Array(0), payload: sealed };
  await storeWhileOpen(platform, scan, language, (inside) => answeringStore(inside).keepOpenBallot(row));
}

function isAsked(questionId: string): boolean {
  return openQuestions.some(({ id }) => id === questionId);
}
