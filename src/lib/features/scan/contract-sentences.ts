import { publicationRules } from '@lerend/disclosure';
import { formatDay, formatEuros, formatHours } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { ScanConsent, ScanPromise } from './contract.ts';
import { scanMessages } from './messages.ts';

/** Who sees what, and what remains: the same four sentences in the mail, on paper and before the first question. */
export function whoSeesWhat(language: Language, minimumGroupSize: number): readonly string[] {
  const say = scanMessages(language);
  const items = Math.max(minimumGroupSize, publicationRules.minimumForItems);
  return [
    say('sees-nobody-yet'),
    say('sees-groups', { n: minimumGroupSize, items }),
    say('sees-unit-only'),
    say('sees-what-remains'),
  ];
}

/** The director's promise in one sentence. */
export function promiseSentence(language: Language, promise: ScanPromise): string {
  return scanMessages(language)('promise-sentence', {
    by: promise.promisedBy,
    day: formatDay(promise.resultOn, language),
    hours: formatHours(promise.hoursPerTeam, language),
    euros: formatEuros(promise.eurosPerTeam, language),
  });
}

/** What the works council decided, or why nobody was asked, in one sentence. */
export function consentSentence(language: Language, consent: ScanConsent): string {
  const { by, reason, decision } = consent;
  return scanMessages(language)(`consent-sentence-${decision}`, { by, reason, day: formatDay(consent.on, language) });
}
