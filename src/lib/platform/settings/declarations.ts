import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../language/index.ts';

/** One setting of the environment: everything that validates it, documents it and prints it. */
export interface SettingDeclaration<Value> {
  /** Reads the text of the environment; `undefined` is: not set. */
  schema: z.ZodType<Value, string | undefined>;
  description: Readonly<Record<Language, string>>;
  /** What a right value looks like, said when the given one is wrong. */
  expected: Readonly<Record<Language, string>>;
  example: string;
  /** A secret is never printed; of an address only the password is hidden. */
  secret?: 'address';
}

const declare = <Value>(declaration: SettingDeclaration<Value>): SettingDeclaration<Value> => declaration;

const address = (protocols: RegExp) => z.url({ protocol: protocols }).optional();

/** Pages link from the top of the address, so Lerend needs a name or a port of its own. */
const isOrigin = (url: string) => URL.canParse(url) && /^\/*$/.test(new URL(url).pathname) && !/[?#@]/.test(url);

/** Folders are told from the project's root, so that Lerend finds the same ones from wherever it is started. */
const folder = (root: string, usual: string) =>
  z
    .string()
    .default(usual)
    .transform((path) => join(path.startsWith('/') ? '/' : root, path));

/** Every setting that Lerend reads; all are optional. */
export const declareSettings = (root: string) => ({
  HOST: declare({
    schema: z.union([z.hostname(), z.ipv4(), z.ipv6()]).default('127.0.0.1'),
    description: {
      nl: 'Op welk adres Lerend luistert. 127.0.0.1 is alleen deze machine, en dus een proxy die erop draait; 0.0.0.0 is elk adres. Staat hier iets anders dan 127.0.0.1, of kunnen anderen PUBLIC_URL openen, en is er nog geen coördinator, dan vraagt het aanmaken van de eerste om de code die in de terminal staat.',
      en: 'The address that Lerend listens on. 127.0.0.1 is this machine only, and so a proxy that runs on it; 0.0.0.0 is every address. When this is anything but 127.0.0.1, or when others can open PUBLIC_URL, and there is no coordinator yet, making the first one asks for the code printed in the terminal.',
    },
    expected: { nl: 'een adres of naam van deze machine', en: 'an address or name of this machine' },
    example: '0.0.0.0',
  }),
  PORT: declare({
    schema: z.string().regex(/^\d+$/).default('3000').transform(Number).pipe(z.number().int().min(0).max(65_535)),
    description: { nl: 'De poort waarop Lerend luistert.', en: 'The port that Lerend listens on.' },
    expected: { nl: 'een geheel getal van 0 tot en met 65535', en: 'a whole number from 0 to 65535' },
    example: '8080',
  }),
  PUBLIC_URL: declare({
    schema: address(/^https?$/)
      .refine((url) => !url || isOrigin(url))
      .transform((url) => url?.replace(/\/+$/, '')),
    description: {
      nl: 'Het adres waarop anderen Lerend bereiken; het staat in elke uitnodiging. Zonder deze instelling is het http://localhost met de poort.',
      en: 'The address at which others reach Lerend; it is in every invitation. Without this setting it is http://localhost with the port.',
    },
    expected: {
      nl: 'een adres dat met http:// of https:// begint, zonder pad erachter',
      en: 'an address that begins with http:// or https://, without a path after it',
    },
    example: 'https://leren.voorbeeld.nl',
  }),
  DATA_DIR: declare({
    schema: folder(root, 'data'),
    description: {
      nl: 'De map met de gegevens, de eigen database erbij.',
      en: 'The folder with the data, the embedded database included.',
    },
    expected: { nl: 'een map', en: 'a folder' },
    example: '/srv/lerend/data',
  }),
  KEYS_DIR: declare({
    schema: folder(root, 'keys'),
    description: {
      nl: 'De map met de sleutels. Die staat naast de gegevens en nooit erin, zodat een kopie van de gegevens geen sleutels bevat.',
      en: 'The folder with the keys. It stands beside the data and never inside, so that a copy of the data holds no keys.',
    },
    expected: { nl: 'een map buiten DATA_DIR', en: 'a folder outside DATA_DIR' },
    example: '/srv/lerend/keys',
  }),
  DATABASE_URL: declare({
    schema: address(/^postgres(ql)?$/),
    description: {
      nl: 'Een eigen PostgreSQL, versie 15 of later. Zonder deze instelling start Lerend zelf een PostgreSQL in DATA_DIR.',
      en: 'A PostgreSQL of your own, version 15 or later. Without this setting Lerend starts a PostgreSQL itself, in DATA_DIR.',
    },
    expected: { nl: 'een adres dat met postgresql:// begint', en: 'an address that begins with postgresql://' },
    example: 'postgresql://lerend:wachtwoord@db.voorbeeld.nl/lerend',
    secret: 'address',
  }),
  SMTP_URL: declare({
    schema: address(/^smtps?$/),
    description: {
      nl: 'De mailserver. Zonder deze instelling komt mail in de postbus van de coördinator te staan en gaat er niets uit.',
      en: 'The mail server. Without this setting mail stays in the coordinator’s outbox and nothing goes out.',
    },
    expected: {
      nl: 'een adres dat met smtp:// of smtps:// begint',
      en: 'an address that begins with smtp:// or smtps://',
    },
    example: 'smtps://lerend:wachtwoord@mail.voorbeeld.nl',
    secret: 'address',
  }),
  MAIL_FROM: declare({
    schema: z
      .string()
      .regex(/^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/)
      .default('Lerend <lerend@localhost>'),
    description: { nl: 'De afzender van de mail.', en: 'The sender of the mail.' },
    expected: {
      nl: 'een mailadres, of een naam met het adres tussen < en >',
      en: 'an email address, or a name with the address between < and >',
    },
    example: 'Lerend <leren@voorbeeld.nl>',
  }),
  ANONYMITY: declare({
    schema: z.enum(['usual', 'strict']).default('usual'),
    description: {
      nl: 'Met strict gaat een peiling alleen open met een sleutel die de ondernemingsraad (of wie je daarvoor aanwijst) op een eigen apparaat maakt, en moeten de antwoorden die al op het apparaat verzegeld zijn op zichzelf al genoeg zijn voor een groep. Met usual mag de server de sleutel hebben; elke pagina zegt dan "vertrouwelijk tot de sluiting" in plaats van "anoniem".',
      en: 'With strict a scan only opens with a key that the works council (or whoever you name for it) makes on a device of their own, and the answers that were sealed on the device must by themselves be enough for a group. With usual the server may hold the key; every page then says "confidential until it closes" instead of "anonymous".',
    },
    expected: { nl: 'usual of strict', en: 'usual or strict' },
    example: 'strict',
  }),
  LOG_LEVEL: declare({
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    description: { nl: 'Hoeveel er in het logboek komt.', en: 'How much goes into the log.' },
    expected: { nl: 'een van debug, info, warn, error en silent', en: 'one of debug, info, warn, error and silent' },
    example: 'warn',
  }),
});

export type SettingName = keyof ReturnType<typeof declareSettings>;
