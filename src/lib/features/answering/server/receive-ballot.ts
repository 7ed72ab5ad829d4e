import { decodeBallotText, fromBase64url } from '@lerend/ballot';
import type { FilledBallot } from '@lerend/ballot';
import { verifyCredential } from '#lib/features/invitation/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringFaults, answeringMessages } from '../messages.ts';
import { BallotInput } from './ballot-input.ts';
import { mayHaveAnswered } from './may-have-answered.ts';
import { refuseWithoutConsent } from './research-consent.ts';
import { answeringStore } from './store.ts';
import { refuseUnlessOpen, storeWhileOpen } from './while-open.ts';

/** Takes a ballot in, sealed as it came. When this returns it is committed; a later one of the same number replaces it. */
export async function receiveBallot(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<void> {
  const { number, credential, scanUnit, payload, researchConsent } = read(
    BallotInput,
    input,
    answeringFaults(language),
  );
  const say = answeringMessages(language);
  refuseWithoutConsent(scan, researchConsent, language);
  refuseUnlessOpen(scan, platform, language);
  if (!verifyCredential(platform, scan, { number, scanUnitId: scanUnit, credential }))
    throw new Refusal(403, say('credential-foreign'));
  const decoded = decodeBallotText(payload);
  const fault = decoded.ok
    ? faultOfBallot(scan, decoded.ballot)
    : decoded.fault === 'answer-out-of-range'
      ? 'answer-out-of-range'
      : 'ballot-unreadable';
  if (fault) throw new Refusal(422, say(fault));
  const row = { scanId: scan.scanId, scanUnitId: scanUnit, number: bytes(number), payload: bytes(payload) };
  await storeWhileOpen(platform, scan, language, (inside) => answeringStore(inside).keepBallot(row));
}

type BallotFaultKey = 'ballot-of-another-form' | 'ballot-empty' | 'item-not-asked';

function faultOfBallot(scan: PublicScan, ballot: FilledBallot): BallotFaultKey | undefined {
  if (ballot.form !== scan.form || ballot.instrumentVersion !== scan.instrumentVersion) return 'ballot-of-another-form';
  if (!scan.languages.includes(ballot.language)) return 'ballot-of-another-form';
  const itemIds = Object.keys(ballot.answers);
  if (itemIds.length === 0) return 'ballot-empty';
  return mayHaveAnswered(scan.form, itemIds) ? undefined : 'item-not-asked';
}

const bytes = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array(0);
