import { consentSentence, promiseSentence, whoSeesWhat } from '#lib/features/scan/contract.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { invitationMessages } from '../messages.ts';
import type { PromisedScan } from './invitation-terms.ts';

interface Letter {
  readonly kind: 'invitation' | 'reminder';
  readonly name: string;
  readonly link: string;
  /** Under which name the answers count, as a sentence; null for a pilot. */
  readonly countedWith: string | null;
  readonly language: Language;
}

/** The mail itself: what is asked, what was promised, who sees what, and the link. Plain text, so that it can be read anywhere. */
export function invitationMail(
  scan: PromisedScan,
  { kind, name, link, countedWith, language }: Letter,
): { subject: string; text: string } {
  const say = invitationMessages(language);
  const values = {
    name,
    organisation: scan.organisationName,
    title: scan.title,
    opens: formatDay(scan.opensOn, language),
    closes: formatDay(scan.closesOn, language),
  };
  const paragraphs = [
    say('mail-greeting', values),
    say(`mail-${kind}`, values),
    scan.research && say('mail-pilot'),
    scan.introduction,
    `${say('mail-link')}\n${link}`,
    countedWith,
    say('mail-fingerprint', { fingerprint: scan.fingerprint }),
    `${say('mail-promised')}\n- ${promiseSentence(language, scan.promise, scan.research)}\n- ${consentSentence(language, scan.consent, scan.research)}`,
    `${say(scan.research ? 'mail-who-pilot' : 'mail-who')}\n${whoSeesWhat(language, scan)
      .map((sentence) => `- ${sentence}`)
      .join('\n')}`,
    say('mail-contact', scan.contact),
  ];
  return { subject: say(`mail-${kind}-subject`, values), text: `${paragraphs.filter(Boolean).join('\n\n')}\n` };
}
