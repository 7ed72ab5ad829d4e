import { faultSentences, messagesFrom } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import en from './messages.en.json' with { type: 'json' };
import nl from './messages.nl.json' with { type: 'json' };

export const retentionMessages = messagesFrom({ nl, en });
export const retentionFaults = (language: Language) => faultSentences(retentionMessages(language), nl);

/** `6 maanden`, `3 jaar`: whole years from two years on. */
export function periodInWords(months: number, language: Language): string {
  const say = retentionMessages(language);
  return months >= 24 && months % 12 === 0
    ? say('months-years', { years: months / 12 })
    : say('months-n', { n: months });
}
