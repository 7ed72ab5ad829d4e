import { StartProblem, terminalLanguage } from '#lib/platform/doctor/index.ts';
import { joinEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import { createSignInLink } from '#lib/platform/sessions/index.ts';
import { startApp } from '../../src/start-app.ts';
import { say } from '../say.ts';

const texts = {
  nl: {
    usage: 'lerend sign-in-link MAILADRES: maakt een link waarmee dit account één keer inlogt, binnen een kwartier.',
    unknown: (email: string) => `Er is geen account met het adres ${email}.`,
  },
  en: {
    usage:
      'lerend sign-in-link MAIL-ADDRESS: makes a link that signs this account in once, within a quarter of an hour.',
    unknown: (email: string) => `There is no account with the address ${email}.`,
  },
} as const;

/** For an installation without a mail server: a sign-in link on the terminal of who administers it. */
export async function signInLink(args: readonly string[]): Promise<number> {
  const language = terminalLanguage(process.env);
  const [email] = args;
  if (email === undefined || email.startsWith('-') || args.length > 1) {
    say(texts[language].usage);
    return email === '--help' || email === '-h' ? 0 : 2;
  }
  try {
    const { app, stop } = await startApp({ ...process.env, LOG_LEVEL: 'silent' }, joinEmbeddedPostgres);
    try {
      const link = await createSignInLink(app.signIn, email, app.platform.publicUrl);
      if (link === null) {
        say(texts[language].unknown(email));
        return 1;
      }
      process.stdout.write(`${link}\n`);
      return 0;
    } finally {
      await stop();
    }
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    say(error.sentence(language));
    return 1;
  }
}
