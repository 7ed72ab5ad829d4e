import { parseInvitationCode } from '@lerend/ballot';

/** The code behind the # of the address, in the way we write it; empty when there is none that can be right. */
export function codeInAddress(hash: string): string {
  let text = hash.replace(/^#/, '');
  try {
    text = decodeURIComponent(text);
  } catch {
    // A % that isn't part of an escape: read it as it stands.
  }
  const parsed = parseInvitationCode(text);
  return parsed.ok ? parsed.code : '';
}
