import { parseBallotNumber, parseInvitationCode } from '@lerend/ballot';
import { z } from 'zod';
import { answering } from '#lib/features/scan/contract.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { withinRateLimit } from '#lib/platform/rate-limit/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { IssuedCredential } from '../contract.ts';
import { codeFaultKeys, invitationFaults, invitationMessages } from '../messages.ts';
import { makeCredential } from './credential.ts';
import { keyed, tagOf } from './derived-code.ts';
import { invitationStore } from './store.ts';

const CredentialRequest = z.object({
  code: z.string().max(100, 'code-wrong-length').default(''),
  number: z.string().refine((number) => parseBallotNumber(number) !== undefined, 'number-unclear'),
});

type AskedScan = Pick<PublicScan, 'organisationId' | 'scanId' | 'state' | 'opensOn' | 'closesOn'>;

/**
 * Against a code: the right to hand in a ballot with this number. The same number may ask again (a line that
 * dropped), another one may not. What the ballot says, or whether it ever comes, isn't known here.
 */
export async function issueCredential(
  platform: Platform,
  scan: AskedScan,
  input: unknown,
  language: Language,
): Promise<IssuedCredential> {
  const say = invitationMessages(language);
  const wish = read(CredentialRequest, input, invitationFaults(language));
  const { scanId } = scan;
  const window = answering(scan, dayOf(platform.clock.now()));
  if (window === 'over') throw new Refusal(410, say('over'));
  if (window === 'not-yet') throw new Refusal(409, say('not-yet', { day: formatDay(scan.opensOn, language) }));
  const parsed = parseInvitationCode(wish.code);
  if (!parsed.ok) throw new Refusal(422, say(codeFaultKeys[parsed.fault]), 'code');

  const store = invitationStore(platform.database.of(scan.organisationId));
  const tag = tagOf(platform.secrets, scanId, parsed.code);
  const digest = keyed(platform.secrets, 'ballot-number', [scanId, wish.number]);
  const claimed = await store.claim(scanId, tag, digest);
  if (!claimed) {
    if (await store.byTag(scanId, tag)) throw new Refusal(410, say('over'));
    throw await unknownCode(platform, scanId, parsed.code, language);
  }
  if (!digest.equals(claimed.numberDigest ?? new Uint8Array())) throw new Refusal(409, say('code-used'), 'code');
  const scanUnitId = claimed.reportingGroupId;
  return { scanUnitId, credential: makeCredential(platform.secrets, { scanId, scanUnitId, number: wish.number }) };
}

const guesses = { attempts: 20, windowSeconds: 600 };

/**
 * Only codes that lead nowhere are counted, per first two characters: no address is kept, no right code leaves a
 * trace, and nobody can lock out a colleague. What stops a guesser is the 55 bits of a code.
 */
async function unknownCode(platform: Platform, scanId: string, code: string, language: Language): Promise<Refusal> {
  const say = invitationMessages(language);
  const key = `invitation-code:${scanId}:${code.slice(0, 2)}`;
  const isWithin = await withinRateLimit(platform.database.pool, key, guesses, platform.clock.now());
  return isWithin ? new Refusal(403, say('code-foreign'), 'code') : new Refusal(429, say('too-many-guesses'), 'code');
}
