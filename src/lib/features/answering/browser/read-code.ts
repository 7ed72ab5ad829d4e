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

export type TypedCode =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly text: 'code-empty' | 'code-length' | 'code-character' | 'code-typing' };

const textOf = {
  empty: 'code-empty',
  'wrong-length': 'code-length',
  'unknown-character': 'code-character',
  'typing-error': 'code-typing',
} as const;

export function typedCode(typed: string): TypedCode {
  const parsed = parseInvitationCode(typed);
  return parsed.ok ? parsed : { ok: false, text: textOf[parsed.fault] };
}
