import type { MailMessage } from '../mail/index.ts';
import { signInLinkMinutes } from './link-lifetime.ts';

/** The address of a sign-in link. The token is used by a button on that page, so that a mail filter that opens links can't spend it. */
export function signInLinkUrl(publicUrl: string, token: string): string {
  return new URL(`/sign-in/link?token=${encodeURIComponent(token)}`, publicUrl).href;
}

export function signInLinkMail(link: { email: string; token: string; publicUrl: string }): MailMessage {
  const url = signInLinkUrl(link.publicUrl, link.token);
  return {
    to: link.email,
    subject: 'Inloggen bij Lerend / Sign in to Lerend',
    text: [
      'Met deze link log je in bij Lerend:',
      url,
      `De link werkt één keer en is ${signInLinkMinutes} minuten geldig. Heb je er niet om gevraagd? Dan hoef je niets te doen.`,
      '',
      'This link signs you in to Lerend.',
      `It works once and is valid for ${signInLinkMinutes} minutes. Didn't ask for it? Then there is nothing you need to do.`,
    ].join('\n'),
  };
}
