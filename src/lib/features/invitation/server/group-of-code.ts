import { parseInvitationCode } from '@lerend/ballot';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { withinRateLimit } from '#lib/platform/rate-limit/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { codeFaultKeys, invitationMessages } from '../messages.ts';
import { tagOf } from './derived-code.ts';
import { invitationStore } from './store.ts';

export interface KnownCode {
  /** As it was printed. */
  readonly code: string;
  /** The reporting group in which whoever holds it answers. */
  readonly groupId: string;
}

/** What a code is for. Used and unused ones look alike: it reads the invitation and nothing else. */
export async function groupOfCode(
  platform: Platform,
  { organisationId, scanId }: Pick<PublicScan, 'organisationId' | 'scanId'>,
  typed: string,
  language: Language,
): Promise<KnownCode> {
  const parsed = parseInvitationCode(typed);
  if (!parsed.ok) throw new Refusal(422, invitationMessages(language)(codeFaultKeys[parsed.fault]), 'code');
  const { code } = parsed;
  const store = invitationStore(platform.database.of(organisationId));
  const found = await store.byTag(scanId, tagOf(platform.secrets, scanId, code));
  if (!found) throw await unknownCode(platform, scanId, code, language);
  return { code, groupId: found.groupId };
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
