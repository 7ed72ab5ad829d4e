import type { InvitationCodeFault } from '@lerend/ballot';
import { faultSentences, messagesFrom } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import en from './messages.en.json' with { type: 'json' };
import nl from './messages.nl.json' with { type: 'json' };

export const invitationMessages = messagesFrom({ nl, en });
/** The sentence about what is wrong with a typed code: the same from the server and on the respondent's page. */
export const codeFaultKeys = {
  empty: 'code-missing',
  'wrong-length': 'code-wrong-length',
  'unknown-character': 'code-unknown-character',
  'typing-error': 'code-typing-error',
} as const satisfies Record<InvitationCodeFault, keyof typeof nl>;

export function codeFaultSentences(language: Language): Record<InvitationCodeFault, string> {
  const say = invitationMessages(language);
  return {
    empty: say(codeFaultKeys.empty),
    'wrong-length': say(codeFaultKeys['wrong-length']),
    'unknown-character': say(codeFaultKeys['unknown-character']),
    'typing-error': say(codeFaultKeys['typing-error']),
  };
}
export const invitationFaults = (language: Language) => faultSentences(invitationMessages(language), nl);
