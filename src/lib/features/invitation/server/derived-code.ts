import { invitationCode } from '@lerend/ballot';
import type { Secrets } from '#lib/platform/secrets/index.ts';

/** The code of an invitation, made again whenever it is printed or mailed: it stands nowhere. */
export function codeOf(secrets: Secrets, scanId: string, invitationId: string): string {
  return invitationCode(keyed(secrets, 'invitation-code', [scanId, invitationId]));
}

/** What is kept to find the invitation of a code; without the key it says nothing about the code. */
export function tagOf(secrets: Secrets, scanId: string, code: string): Buffer {
  return keyed(secrets, 'invitation-code-tag', [scanId, code]);
}

/** A digest under a key of its own per purpose; no part holds the separator. */
export function keyed(secrets: Secrets, purpose: string, parts: readonly string[]): Buffer {
  return secrets.digest(purpose, parts.join('|'));
}
