import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { answeringFaults } from '../messages.ts';
import { BallotInput } from './ballot-input.ts';
import { keepBallot } from './keep-ballot.ts';
import { refuseWithoutConsent } from './research-consent.ts';
import { refuseUnlessOpen } from './while-open.ts';

/**
 * Takes a sealed ballot in. Nobody here can read it; what can be checked is whether it may be counted. When this returns
 * it is committed; a later one of the same number replaces it.
 */
export async function receiveBallot(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<void> {
  const { group, researchConsent, ...ballot } = read(BallotInput, input, answeringFaults(language));
  refuseWithoutConsent(scan, researchConsent, language);
  refuseUnlessOpen(scan, platform, language);
  await keepBallot(platform, scan, { ...ballot, groupId: group, sealedOn: 'device' }, language);
}
