import { minimumForProfile, publicationRules } from '@lerend/disclosure';
import { formatDay, formatEuros, formatHours } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { Research, ScanConsent, ScanPromise, ScanSetup } from './contract.ts';
import { scanMessages } from './messages.ts';

/** Who sees what, and what remains: the same sentences in the mail, on paper and before the first question. */
export function whoSeesWhat(
  language: Language,
  scan: Pick<ScanSetup, 'minimumGroupSize' | 'research' | 'openingKey' | 'profileQuestions'>,
): readonly string[] {
  const { minimumGroupSize, research, openingKey, profileQuestions } = scan;
  const say = scanMessages(language);
  if (research !== null) return researchSentences(language, research, openingKey);
  const items = Math.max(minimumGroupSize, publicationRules.minimumForItems);
  return [
    say('sees-nobody-yet'),
    say('sees-groups', { n: minimumGroupSize, items }),
    say('sees-unit-only'),
    ...(profileQuestions.length > 0 ? [say('sees-profile', { least: minimumForProfile(minimumGroupSize) })] : []),
    say(`sees-what-remains-${openingKey}`),
  ];
}

/** Under which name somebody's answers count. `unit` is where they work. */
export function countedWithSentence(language: Language, unit: string, group: string): string {
  return scanMessages(language)(unit === group ? 'counted-with' : 'counted-with-other', { unit, group });
}

/** What a pilot does with one's answers: what leaves, who takes it out, until when it is kept, and what remains. */
function researchSentences(
  language: Language,
  { researcher, keptUntil }: Research,
  openingKey: ScanSetup['openingKey'],
): readonly string[] {
  const say = scanMessages(language);
  const day = formatDay(keptUntil, language);
  return [
    say('research-rows', { researcher }),
    say('research-without'),
    say('research-export', { least: publicationRules.minimumForResearchRows }),
    say('research-kept', { day, researcher }),
    say(`research-what-remains-${openingKey}`),
  ];
}

/** What a respondent of a pilot says yes to. */
export function researchConsentSentence(language: Language, { researcher }: Research): string {
  return scanMessages(language)('research-consent', { researcher });
}

/** The director's promise in one sentence. A pilot has no result for teams; time and money are named when there are any. */
export function promiseSentence(language: Language, promise: ScanPromise, research: Research | null): string {
  const isForTeams = research === null || promise.hoursPerTeam > 0 || promise.eurosPerTeam > 0;
  const key =
    research === null ? 'promise-sentence' : isForTeams ? 'promise-sentence-pilot-teams' : 'promise-sentence-pilot';
  return scanMessages(language)(key, {
    by: promise.promisedBy,
    day: formatDay(promise.resultOn, language),
    hours: formatHours(promise.hoursPerTeam, language),
    euros: formatEuros(promise.eurosPerTeam, language),
  });
}

/** What the works council decided, or why nobody was asked, in one sentence. */
export function consentSentence(language: Language, consent: ScanConsent, research: Research | null): string {
  const { by, reason, decision } = consent;
  const key =
    research !== null && decision !== 'no-works-council'
      ? (`consent-sentence-${decision}-pilot` as const)
      : (`consent-sentence-${decision}` as const);
  return scanMessages(language)(key, { by, reason, day: formatDay(consent.on, language) });
}
