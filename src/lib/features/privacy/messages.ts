import { messagesFrom } from '#lib/platform/language/index.ts';
import en from './messages.en.json' with { type: 'json' };
import nl from './messages.nl.json' with { type: 'json' };

export const privacyMessages = messagesFrom({ nl, en });

/** What an action of the audit log is called; an action that has no words yet by its own name. */
export function actionInWords(action: string, language: 'nl' | 'en'): string {
  const key = `action-${action}`;
  return Object.hasOwn(nl, key) ? privacyMessages(language)(key as keyof typeof nl) : action;
}
