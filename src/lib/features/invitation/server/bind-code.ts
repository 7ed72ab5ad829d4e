import { randomBytes } from 'node:crypto';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { Secrets } from '#lib/platform/secrets/index.ts';
import { invitationMessages } from '../messages.ts';
import { codeOf, keyed } from './derived-code.ts';
import { invitationStore } from './store.ts';

/**
 * Binds a code to the first request that comes with it: the same request may come again (a line that dropped), another
 * one is refused. What is kept tells, without the installation's keys, of no invitation whether it was used.
 */
export async function bindCode(
  platform: Pick<Platform, 'database' | 'secrets'>,
  { organisationId, scanId }: Pick<PublicScan, 'organisationId' | 'scanId'>,
  { code, request }: { readonly code: string; /** What stands for it, in base64url. */ readonly request: string },
  language: Language,
): Promise<void> {
  const say = invitationMessages(language);
  const store = invitationStore(platform.database.of(organisationId));
  const digest = keyed(platform.secrets, 'issuance-request', [scanId, request]);
  const holder = await store.claim(scanId, issueTag(platform.secrets, scanId, code), digest);
  if (!holder) throw new Refusal(410, say('over'));
  if (!digest.equals(holder)) throw new Refusal(409, say('code-used'), 'code');
}

function issueTag(secrets: Secrets, scanId: string, code: string): Buffer {
  return keyed(secrets, 'issuance', [scanId, code]);
}

/** Takes away that codes were used, within the count. */
export async function dropIssuance(inside: OrganisationDatabase, scanId: string): Promise<void> {
  await invitationStore(inside).dropIssuance(scanId);
}

/** Codes that were used before ballots were sealed stay used: bound to a request that nobody can make. */
export async function bindEarlyUses({ database, secrets }: Pick<Context, 'database' | 'secrets'>, scanId: string) {
  const store = invitationStore(database);
  for (const invitationId of await store.takeEarlyUses(scanId)) {
    const tag = issueTag(secrets, scanId, codeOf(secrets, scanId, invitationId));
    await store.claimEarly(scanId, tag, randomBytes(32));
  }
}
