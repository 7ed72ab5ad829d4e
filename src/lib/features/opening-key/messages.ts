import { faultSentences, messagesFrom } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import en from './messages.en.json' with { type: 'json' };
import nl from './messages.nl.json' with { type: 'json' };

export const openingKeyMessages = messagesFrom({ nl, en });
export const openingKeyFaults = (language: Language) => faultSentences(openingKeyMessages(language), nl);
