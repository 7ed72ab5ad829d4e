import { parseInvitationCode } from '@lerend/ballot';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';

const sentences = {
  empty: 'code-empty',
  'wrong-length': 'code-length',
  'unknown-character': 'code-character',
  'typing-error': 'code-typing',
} as const;

/** A typed code in the way we write it. A slip is told apart from a code that belongs elsewhere. */
export function readCode(typed: string, language: Language): string {
  const parsed = parseInvitationCode(typed);
  if (!parsed.ok) throw new Refusal(422, answeringMessages(language)(sentences[parsed.fault]), 'code');
  return parsed.code;
}
