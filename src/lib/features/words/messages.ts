import { faultSentences, messagesFrom } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import en from './messages.en.json' with { type: 'json' };
import nl from './messages.nl.json' with { type: 'json' };

export const wordsMessages = messagesFrom({ nl, en });
export const wordsFaults = (language: Language) => faultSentences(wordsMessages(language), nl);
