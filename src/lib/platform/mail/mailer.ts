import { createTransport } from 'nodemailer';

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A calendar entry that goes along as an invitation. */
  readonly calendar?: string;
}

export interface Mailer {
  /** False while there is no SMTP_URL: then nothing that holds a code or a sign-in link can go out. */
  readonly canSend: boolean;
  /** Sends at once and keeps nothing: for sign-in links and invitations. Throws when the server refuses. */
  sendNow(message: MailMessage): Promise<void>;
}

export function createMailer(settings: { smtpUrl: string | undefined; from: string }): Mailer {
  if (!settings.smtpUrl) {
    return {
      canSend: false,
      sendNow: () => Promise.reject(new Error('There is no mail server: set SMTP_URL.')),
    };
  }
  const transport = createTransport(settings.smtpUrl, { pool: true, maxConnections: 3 } as never);
  return {
    canSend: true,
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
