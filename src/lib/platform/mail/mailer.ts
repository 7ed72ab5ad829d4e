import { createTransport } from 'nodemailer';

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A calendar entry that goes along as an invitation. */
  readonly calendar?: string;
}

/** Past whom mail goes: nobody, a server in the sender's own domain, or somebody else's. */
export type MailRoute = 'none' | 'own' | 'other' | 'unknown';

export interface Mailer {
  /** False while there is no SMTP_URL: then nothing that holds a code or a sign-in link can go out. */
  readonly canSend: boolean;
  /** Absent where no settings were read. */
  readonly route?: MailRoute;
  /** Sends at once and keeps nothing: for sign-in links and invitations. Throws when the server refuses. */
  sendNow(message: MailMessage): Promise<void>;
}

export function createMailer(settings: { smtpUrl: string | undefined; from: string }): Mailer {
  if (!settings.smtpUrl) {
    return {
      canSend: false,
      route: 'none',
      sendNow: () => Promise.reject(new Error('There is no mail server: set SMTP_URL.')),
    };
  }
  const transport = createTransport(settings.smtpUrl, { pool: true, maxConnections: 3 } as never);
  return {
    canSend: true,
    route: mailRoute(settings.smtpUrl, settings.from),
    async sendNow({ to, subject, text, calendar }) {
      await transport.sendMail({
        from: settings.from,
        to,
        subject,
        text,
        ...(calendar ? { icalEvent: { method: 'REQUEST', filename: 'agenda.ics', content: calendar } } : {}),
      });
    },
  };
}

/** A mail server is the sender's own when its name is the sender's domain or lies within it. */
export function mailRoute(smtpUrl: string, from: string): MailRoute {
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase();
  const host = URL.canParse(smtpUrl) ? new URL(smtpUrl).hostname.toLowerCase() : '';
  if (!domain || host === '') return 'unknown';
  return host === domain || host.endsWith(`.${domain}`) ? 'own' : 'other';
}
