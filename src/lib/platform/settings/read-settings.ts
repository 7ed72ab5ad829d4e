import { findPackageJSON } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Language } from '../language/index.ts';
import { declareSettings } from './declarations.ts';
import type { SettingDeclaration, SettingName } from './declarations.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** True when nobody but this machine can open `publicUrl`: invitations with it lead nowhere. */
  readonly isPublicUrlLocal: boolean;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** strict: no peiling of which the server holds the key, and no form that the server seals. */
  readonly anonymity: 'usual' | 'strict';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that can't be used, in one sentence for each language. */
export interface SettingFault {
  readonly name: SettingName;
  readonly sentence: Readonly<Record<Language, string>>;
}

export type ReadSettings =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly faults: readonly SettingFault[] };

/** Where package.json is: the same folder from source, from a test and from the built server. */
export const projectRoot = dirname(findPackageJSON(import.meta.url) ?? '');

/** All settings from the environment, or every fault in them at once. An empty text is: not set. */
export function readSettings(environment: Environment, root: string = projectRoot): ReadSettings {
  const declared = declareSettings(root);
  const faults: SettingFault[] = [];
  const read = <Value>(
    name: SettingName,
    { schema, expected, example }: SettingDeclaration<Value>,
  ): Value | undefined => {
    const result = schema.safeParse(environment[name]?.trim() || undefined);
    if (result.success) return result.data;
    faults.push({
      name,
      sentence: {
        nl: `${name} klopt niet: Lerend verwacht ${expected.nl}, zoals ${example}.`,
        en: `${name} isn't right: Lerend expects ${expected.en}, such as ${example}.`,
      },
    });
    return undefined;
  };
  const port = read('PORT', declared.PORT) ?? 0;
  const publicUrl = read('PUBLIC_URL', declared.PUBLIC_URL) ?? `http://localhost:${port}`;
  const settings: Settings = {
    host: read('HOST', declared.HOST) ?? '',
    port,
    publicUrl,
    isPublicUrlLocal: isLocal(publicUrl),
    dataDir: read('DATA_DIR', declared.DATA_DIR) ?? '',
    keysDir: read('KEYS_DIR', declared.KEYS_DIR) ?? '',
    databaseUrl: read('DATABASE_URL', declared.DATABASE_URL),
    smtpUrl: read('SMTP_URL', declared.SMTP_URL),
    mailFrom: read('MAIL_FROM', declared.MAIL_FROM) ?? '',
    anonymity: read('ANONYMITY', declared.ANONYMITY) ?? 'usual',
    logLevel: read('LOG_LEVEL', declared.LOG_LEVEL) ?? 'info',
  };
  if (isInside(settings.keysDir, settings.dataDir)) faults.push(keysInsideData(settings));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, settings };
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

function keysInsideData({ keysDir, dataDir }: Settings): SettingFault {
  return {
    name: 'KEYS_DIR',
    sentence: {
      nl: `KEYS_DIR (${keysDir}) ligt in DATA_DIR (${dataDir}): zet de sleutels ernaast, want een kopie van de gegevens mag geen sleutels bevatten.`,
      en: `KEYS_DIR (${keysDir}) lies inside DATA_DIR (${dataDir}): put the keys beside it, as a copy of the data may hold no keys.`,
    },
  };
}

function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\./.test(hostname) ||
    hostname === '0.0.0.0'
  );
}
