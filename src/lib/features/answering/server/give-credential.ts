import { issueCredential } from '#lib/features/invitation/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { CredentialAnswer } from '../contract.ts';
import { answeringFaults } from '../messages.ts';
import { CredentialInput } from './ballot-input.ts';
import { openCredential, openNumber } from './open-credential.ts';
import { asksForWords, refuseWithoutConsent } from './research-consent.ts';
import { refuseUnlessOpen } from './while-open.ts';

/** The first of the two requests: proof, for this number only, that a ballot from this code's unit may be handed in. */
export async function giveCredential(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<CredentialAnswer> {
  const { code, number, researchConsent } = read(CredentialInput, input, answeringFaults(language));
  refuseWithoutConsent(scan, researchConsent, language);
  refuseUnlessOpen(scan, platform, language);
  const issued = await issueCredential(platform, scan, { code, number }, language);
  const open = openNumber(platform, scan, number);
  return {
    credential: issued.credential,
    scanUnit: issued.scanUnitId,
    open: asksForWords(scan) ? { number: open, credential: openCredential(platform, scan, open) } : null,
  };
}
