import { withoutPassword } from '../settings/index.ts';
import { fault, good, warning } from './checks.ts';
import type { CheckResult } from './checks.ts';

/** What the checks ask of a database; a pool of `pg` fits. */
export interface AskableDatabase {
  query(statement: string): Promise<{ rows: { version: string }[] }>;
}

const oldestMajor = 15;
const patienceMs = 5_000;

export async function checkDatabase(database: AskableDatabase): Promise<CheckResult> {
  try {
    const { rows } = await database.query("select current_setting('server_version') as version");
    const version = rows[0]?.version ?? '';
    if (Number.parseInt(version, 10) >= oldestMajor)
      return good(`PostgreSQL ${version} antwoordt.`, `PostgreSQL ${version} answers.`);
    return fault(
      `De database is PostgreSQL ${version}; Lerend heeft ${oldestMajor} of later nodig.`,
      `The database is PostgreSQL ${version}; Lerend needs ${oldestMajor} or later.`,
    );
  } catch (error) {
    const why = reasonOf(error);
    return fault(
      `De database antwoordt niet (${why}): kijk of die draait en of DATABASE_URL klopt.`,
      `The database doesn't answer (${why}): see whether it runs and whether DATABASE_URL is right.`,
    );
  }
}

export async function checkMigrations(pending: () => Promise<readonly string[]>): Promise<CheckResult> {
  try {
    const names = await pending();
    if (names.length === 0) return good('De tabellen zijn bijgewerkt.', 'The tables are up to date.');
    return warning(
      `De tabellen lopen ${names.length} stap${names.length === 1 ? '' : 'pen'} achter: dat komt in orde bij de volgende start.`,
      `The tables are ${names.length} step${names.length === 1 ? '' : 's'} behind: the next start brings them up to date.`,
    );
  } catch (error) {
    return fault(
      `De tabellen zijn niet te lezen (${reasonOf(error)}).`,
      `The tables can't be read (${reasonOf(error)}).`,
    );
  }
}

/** Signs in at the mail server without sending anything. */
export async function checkMail(smtpUrl: string | undefined): Promise<CheckResult> {
  if (!smtpUrl) {
    return warning(
      'Er is geen mailserver: mail wacht in de postbus van de coördinator tot SMTP_URL is gezet.',
      "There is no mail server: mail waits in the coordinator's outbox until SMTP_URL is set.",
    );
  }
  const { createTransport } = await import('nodemailer');
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = createTransport({ url: smtpUrl, ...patience } as Parameters<typeof createTransport>[0]);
  const address = withoutPassword(smtpUrl);
  try {
    await transport.verify();
    return good(`De mailserver ${address} neemt mail aan.`, `The mail server ${address} takes mail.`);
  } catch (error) {
    const why = reasonOf(error);
    return fault(
      `De mailserver ${address} neemt geen mail aan (${why}): kijk of SMTP_URL klopt.`,
      `The mail server ${address} takes no mail (${why}): see whether SMTP_URL is right.`,
    );
  } finally {
    transport.close();
  }
}

/** A connection that was tried at several addresses fails with several errors and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.message || error.name;
}
