import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringFaults, answeringMessages } from '../messages.ts';
import { OpenBallotInput } from './ballot-input.ts';
import { keepBallot } from './keep-ballot.ts';
import { asksForWords } from './research-consent.ts';
import { refuseUnlessOpen } from './while-open.ts';

/** Takes in the ballot with words: no group, and a number that leads to no other ballot. */
export async function receiveOpenBallot(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<void> {
  const ballot = read(OpenBallotInput, input, answeringFaults(language));
  refuseUnlessOpen(scan, platform, language);
  if (!asksForWords(scan)) throw new Refusal(422, answeringMessages(language)('ballot-of-another-form'));
  await keepBallot(platform, scan, { ...ballot, groupId: null, sealedOn: 'device' }, language);
}
