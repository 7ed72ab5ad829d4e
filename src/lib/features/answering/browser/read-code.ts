import { parseInvitationCode } from '@lerend/ballot';
import type { Brought } from './draft.ts';

/**
 * The code behind the # of the address, in the way we write it, and the fingerprint behind the code when there is one.
 * Empty when there is none that can be right.
 */
export function broughtByAddress(hash: string): Brought {
  const [typed = '', fingerprint = ''] = textBehindHash(hash).split('~');
  const parsed = parseInvitationCode(typed);
  return parsed.ok ? { code: parsed.code, fingerprint } : { code: '', fingerprint: '' };
}

/** What stands behind the # of an address, of which a mail filter may have escaped signs. */
export function textBehindHash(hash: string): string {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    // A % that isn't part of an escape: read it as it stands.
    return text;
  }
}
