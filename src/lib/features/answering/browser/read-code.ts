import { parseInvitationCode } from '@lerend/ballot';
import type { Brought } from './draft.ts';

/**
 * The code behind the # of the address, in the way we write it, and the fingerprint behind the code when there is one.
 * Empty when there is none that can be right. A mail filter may have escaped the sign between them.
 */
export function broughtByAddress(hash: string): Brought {
  let text = hash.replace(/^#/, '');
  try {
    text = decodeURIComponent(text);
  } catch {
    // A % that isn't part of an escape: read it as it stands.
  }
  const [typed = '', fingerprint = ''] = text.split('~');
  const parsed = parseInvitationCode(typed);
  return parsed.ok ? { code: parsed.code, fingerprint } : { code: '', fingerprint: '' };
}
