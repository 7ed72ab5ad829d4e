import type { KeyObject } from 'node:crypto';
import { toBase64url } from '@lerend/ballot';
import { bindCode, groupOfCode } from '#lib/features/invitation/server/index.ts';
import { groupSigner, signBlinded } from '#lib/features/manifest/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { CredentialAnswer } from '../contract.ts';
import { answeringFaults, answeringMessages } from '../messages.ts';
import { CredentialInput } from './ballot-input.ts';
import { fixedManifest } from './give-group.ts';
import { asksForWords, refuseWithoutConsent } from './research-consent.ts';
import { refuseUnlessOpen } from './while-open.ts';

/**
 * Signs a number that it can't see, against a code, once: proof that whoever made the number may hand in a ballot of this
 * code's group. The same blinded numbers get the same signatures again, so a dropped connection costs nobody their vote.
 */
export async function giveCredential(
  platform: Platform,
  scan: PublicScan,
  input: unknown,
  language: Language,
): Promise<CredentialAnswer> {
  const { code, blinded, blindedWords, researchConsent } = read(CredentialInput, input, answeringFaults(language));
  refuseWithoutConsent(scan, researchConsent, language);
  refuseUnlessOpen(scan, platform, language);
  const known = await groupOfCode(platform, scan, code, language);
  await fixedManifest(platform, scan, language);
  if ((blindedWords !== null) !== asksForWords(scan))
    throw new Refusal(422, answeringMessages(language)('ballot-of-another-form'));
  const signature = signed(await signerFor(platform, scan, known.groupId, language), blinded, language);
  const signatureWords =
    blindedWords && signed(await signerFor(platform, scan, null, language), blindedWords, language);
  const request = [blinded, ...(blindedWords ? [blindedWords] : [])].map(toBase64url).join('.');
  await bindCode(platform, scan, { code: known.code, request }, language);
  return { signature: toBase64url(signature), signatureWords: signatureWords && toBase64url(signatureWords) };
}

/** The key of a group, or with null that of the words. It is gone once the peiling was counted. */
export async function signerFor(
  platform: Platform,
  { organisationId, scanId }: PublicScan,
  groupId: string | null,
  language: Language,
): Promise<KeyObject> {
  const database = platform.database.of(organisationId);
  const signer = await groupSigner({ database, secrets: platform.secrets }, scanId, groupId);
  if (!signer) throw new Refusal(410, answeringMessages(language)('refused-closed'));
  return signer;
}

function signed(signer: KeyObject, blinded: Uint8Array, language: Language): Uint8Array {
  try {
    return signBlinded(signer, blinded);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(422, answeringMessages(language)('blinded-unclear'));
  }
}
