import type { Language } from '../language/index.ts';
import { declareSettings } from './declarations.ts';
import type { SettingName } from './declarations.ts';
import { projectRoot } from './read-settings.ts';
import type { Environment, Settings } from './read-settings.ts';

/** One setting as a person reads it: in `lerend doctor` and in docs/operate.md. */
export interface DescribedSetting {
  readonly name: SettingName;
  /** What Lerend uses now, passwords hidden; null where nothing is set and nothing is usual. */
  readonly value: string | null;
  readonly isSet: boolean;
  readonly description: string;
  readonly example: string;
}

export function describeSettings(environment: Environment, settings: Settings, language: Language): DescribedSetting[] {
  const values: Record<SettingName, string | undefined> = {
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    KEYS_DIR: settings.keysDir,
    DATABASE_URL: settings.databaseUrl,
    SMTP_URL: settings.smtpUrl,
    MAIL_FROM: settings.mailFrom,
    ANONYMITY: settings.anonymity,
    LOG_LEVEL: settings.logLevel,
  };
  const declared = declareSettings(projectRoot);
  return (Object.keys(declared) as SettingName[]).map((name) => {
    const { description, example, secret } = declared[name];
    const value = values[name];
    return {
      name,
      value: value === undefined ? null : secret ? withoutPassword(value) : value,
      isSet: Boolean(environment[name]?.trim()),
      description: description[language],
      example,
    };
  });
}

/** `smtp://me:secret@host?key=…` → `smtp://me:…@host`: what follows `?` may hold a password as well. */
export function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return '…';
  const url = new URL(address);
  const login = url.username || url.password ? `${url.username}${url.password ? ':…' : ''}@` : '';
  return `${url.protocol}//${login}${url.host}${url.pathname}${url.search ? '?…' : ''}`;
}
