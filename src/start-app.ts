import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { systemClock } from '#lib/platform/clock/index.ts';
import { migrate, openDatabase } from '#lib/platform/database/index.ts';
import { folderProblem, StartProblem } from '#lib/platform/doctor/index.ts';
import { startEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import type { EmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import { prepareJobs } from '#lib/platform/jobs/index.ts';
import { respondentPage } from '#lib/platform/http/respondent-page.ts';
import { createLog } from '#lib/platform/log/index.ts';
import { createMailer } from '#lib/platform/mail/index.ts';
import { keyFilesIn, readOrMakeSecrets } from '#lib/platform/secrets/index.ts';
import { readSettings } from '#lib/platform/settings/index.ts';
import type { SettingFault, Settings } from '#lib/platform/settings/index.ts';
import { createApp } from './app.ts';
import type { App } from './app.ts';

export interface StartedApp {
  readonly app: App;
  readonly settings: Settings;
  stop(): Promise<void>;
}

/**
 * Reads the settings, opens (or starts) the database, brings it up to date and puts the product together. The command
 * line gives `joinEmbeddedPostgres`, to use the database of a Lerend that runs. Throws a StartProblem that says what to do.
 */
export async function startApp(
  environment: NodeJS.ProcessEnv,
  openPostgres = startEmbeddedPostgres,
): Promise<StartedApp> {
  const reading = readSettings(environment);
  if (!reading.ok) throw settingsProblem(reading.faults);
  const { settings } = reading;
  const log = createLog(settings.logLevel);
  const embedded = settings.databaseUrl ? undefined : await openPostgres({ dataDir: settings.dataDir, log });
  try {
    const database = openDatabase(connectionOf(settings, embedded), (error) =>
      log.error({ error: error.name }, 'A database connection broke'),
    );
    await migrate(database.pool);
    await prepareJobs(database.pool);
    const app = createApp({
      database,
      clock: systemClock,
      log,
      mailer: createMailer({ smtpUrl: settings.smtpUrl, from: settings.mailFrom }),
      secrets: await readOrMakeSecrets(settings.keysDir).catch((error: unknown) =>
        Promise.reject(folderProblem(error, settings.keysDir, 'KEYS_DIR')),
      ),
      publicUrl: settings.publicUrl,
      openingKeys: keyFilesIn(join(settings.keysDir, 'opening-keys')),
      anonymity: settings.anonymity,
      respondentPage: await respondentPage(environment['BUILD_DIR']),
      setupCode: isThisMachineOnly(settings.host) && settings.isPublicUrlLocal ? null : newSetupCode(),
    });
    await app.repair();
    return {
      app,
      settings,
      stop: async () => {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/**
 * Behind a proxy (PUBLIC_URL is then somebody else's address) or on the network, whoever starts the first organisation
 * must be who started the program.
 */
const isThisMachineOnly = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

const newSetupCode = (): string => randomBytes(5).toString('hex').toUpperCase();

function connectionOf(settings: Settings, embedded: EmbeddedPostgres | undefined): PoolConfig {
  if (!embedded) return { connectionString: settings.databaseUrl };
  const { host, port, database, user } = embedded.connection;
  return { host, port, database, user };
}

/** Every fault in the settings at once: one sentence a line. */
function settingsProblem(faults: readonly SettingFault[]): StartProblem {
  const lines = (language: 'nl' | 'en'): string => faults.map((fault) => fault.sentence[language]).join('\n');
  return new StartProblem('settings-invalid', { nl: lines('nl'), en: lines('en') });
}
