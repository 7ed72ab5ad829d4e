import { forms } from '@lerend/instrument';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';

/** In a pilot for research nothing is taken in, not even a code, without the respondent's yes. */
export function refuseWithoutConsent(
  { research }: Pick<PublicScan, 'research'>,
  given: unknown,
  language: Language,
): void {
  if (research !== null && given !== 'yes')
    throw new Refusal(422, answeringMessages(language)('research-consent-missing'), 'researchConsent');
}

/** Whether this peiling has questions in one's own words. A pilot has none: words can name whoever wrote them. */
export function asksForWords({ form, research }: Pick<PublicScan, 'form' | 'research'>): boolean {
  return forms[form].hasOpenQuestions && research === null;
}
