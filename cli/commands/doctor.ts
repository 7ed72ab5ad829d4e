import pg from 'pg';
import { pendingMigrations } from '#lib/platform/database/index.ts';
import {
  StartProblem,
  checkDatabase,
  checkDiskSpace,
  checkFolder,
  checkFromOutside,
  checkMail,
  checkMigrations,
  checkNode,
  checkPublicUrl,
  terminalLanguage,
} from '#lib/platform/doctor/index.ts';
import type { CheckResult } from '#lib/platform/doctor/index.ts';
import { hasEmbeddedPostgres, joinEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { describeSettings, readSettings } from '#lib/platform/settings/index.ts';
import type { Settings } from '#lib/platform/settings/index.ts';
import { say } from '../say.ts';

const marks = {
  nl: { good: 'goed', warning: 'let op', fault: 'fout' },
  en: { good: 'good', warning: 'note', fault: 'fault' },
} as const;

const help = {
  nl: [
    'lerend doctor: toont de instellingen en kijkt of alles klopt.',
    'lerend doctor --from-outside https://leren.voorbeeld.nl: kijkt door de proxy heen, van een andere computer, naar https, koppen, cookies, opslag onderweg en verwijzingen.',
  ].join('\n'),
  en: [
    'lerend doctor: shows the settings and sees whether all is well.',
    'lerend doctor --from-outside https://leren.example.org: looks through the proxy, from another computer, at https, headers, cookies, caches on the way and referrers.',
  ].join('\n'),
} as const;

/** Prints every setting and looks at everything that Lerend leans on. Exit code 1 when something is wrong. */
export async function doctor(args: readonly string[]): Promise<number> {
  const language = terminalLanguage(process.env);
  if (args[0] === '--from-outside' && args.length === 2 && URL.canParse(args[1] ?? '')) {
    const found = await checkFromOutside(args[1] ?? '');
    found.forEach((result) => print(language, result));
    return found.some((result) => result.state === 'fault') ? 1 : 0;
  }
  if (args.length > 0) {
    say(help[language]);
    return args.some((arg) => arg === '--help' || arg === '-h') ? 0 : 2;
  }
  const reading = readSettings(process.env);
  if (!reading.ok) {
    reading.faults.forEach((each) => print(language, { state: 'fault', sentence: each.sentence }));
    return 1;
  }
  printSettings(reading.settings, language);
  const results = await lookAtEverything(reading.settings, (result) => print(language, result));
  return results.some((result) => result.state === 'fault') ? 1 : 0;
}

async function lookAtEverything(settings: Settings, show: (result: CheckResult) => void): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const keep = (result: CheckResult): void => {
    results.push(result);
    show(result);
  };
  keep(checkNode());
  keep(await checkFolder(settings.dataDir, 'DATA_DIR'));
  keep(await checkFolder(settings.keysDir, 'KEYS_DIR'));
  keep(await checkDiskSpace(settings.dataDir));
  for (const result of await lookAtDatabase(settings)) keep(result);
  keep(await checkMail(settings.smtpUrl));
  keep(checkPublicUrl(settings));
  return results;
}

/** A look at the installation makes nothing. */
const madeLater: CheckResult = {
  state: 'good',
  sentence: { nl: 'De database wordt bij de eerste start gemaakt.', en: 'The database is made at the first start.' },
};

async function lookAtDatabase({ databaseUrl, dataDir }: Settings): Promise<CheckResult[]> {
  if (!databaseUrl && !hasEmbeddedPostgres(dataDir)) return [madeLater];
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  let embedded: Awaited<ReturnType<typeof joinEmbeddedPostgres>> | undefined;
  try {
    embedded = databaseUrl ? undefined : await joinEmbeddedPostgres({ dataDir, log: silent });
    const { host, port, database, user } = embedded?.connection ?? {};
    const way = databaseUrl ? { connectionString: databaseUrl } : ({ host, port, database, user } as pg.PoolConfig);
    const pool = new pg.Pool({ ...way, max: 1, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => undefined);
    try {
      const reached = await checkDatabase(pool);
      return reached.state === 'fault' ? [reached] : [reached, await checkMigrations(() => pendingMigrations(pool))];
    } finally {
      await pool.end();
    }
  } catch (error) {
    if (error instanceof StartProblem) return [{ state: 'fault', sentence: error.sentences }];
    throw error;
  } finally {
    await embedded?.stop();
  }
}

function printSettings(settings: Settings, language: Language): void {
  const absent = language === 'nl' ? '(niet gezet)' : '(not set)';
  const usual = language === 'nl' ? 'standaard' : 'default';
  for (const { name, value, isSet, description, example } of describeSettings(process.env, settings, language)) {
    const note = isSet || value === null ? '' : `  (${usual})`;
    process.stdout.write(
      `${name}=${value ?? absent}${note}\n    ${description}\n    ${language === 'nl' ? 'Bijvoorbeeld' : 'For example'}: ${name}=${example}\n`,
    );
  }
  process.stdout.write('\n');
}

function print(language: Language, { state, sentence }: CheckResult): void {
  process.stdout.write(`${marks[language][state].padEnd(7)} ${sentence[language]}\n`);
}
