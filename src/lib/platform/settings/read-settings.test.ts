import { describe, expect, test } from 'vitest';
import { describeSettings, readSettings, withoutPassword } from './index.ts';
import type { Environment } from './index.ts';

const root = '/srv/lerend';

function settingsFrom(environment: Environment) {
  const result = readSettings(environment, root);
  if (!result.ok) throw new Error(result.faults.map((fault) => fault.sentence.en).join(' '));
  return result.settings;
}

function faultsIn(environment: Environment): string[] {
  const result = readSettings(environment, root);
  return result.ok ? [] : result.faults.map((fault) => fault.name);
}

describe('reading the settings', () => {
  test('everything is optional, and nothing but this machine is listened to', () => {
    expect(settingsFrom({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      isPublicUrlLocal: true,
      dataDir: '/srv/lerend/data',
      keysDir: '/srv/lerend/keys',
      databaseUrl: undefined,
      smtpUrl: undefined,
    });
  });

  test('an empty text is the same as not set', () => {
    expect(settingsFrom({ PORT: '', SMTP_URL: ' ', DATA_DIR: '' })).toEqual(settingsFrom({}));
  });

  test('a folder is told from the project’s root, unless it is told from the top', () => {
    expect(settingsFrom({ DATA_DIR: '../elsewhere' }).dataDir).toBe('/srv/elsewhere');
    expect(settingsFrom({ DATA_DIR: '/var/data' }).dataDir).toBe('/var/data');
  });

  test('the usual public address follows the port', () => {
    expect(settingsFrom({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  });

  test.each([
    ['https://leren.voorbeeld.nl/', 'https://leren.voorbeeld.nl', false],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', true],
    ['http://[::1]:3000', 'http://[::1]:3000', true],
    ['http://192.168.1.5:3000', 'http://192.168.1.5:3000', false],
  ])(
    'the public address %s loses its last slash and is known to be local or not',
    (given, publicUrl, isPublicUrlLocal) => {
      expect(settingsFrom({ PUBLIC_URL: given })).toMatchObject({ publicUrl, isPublicUrlLocal });
    },
  );

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', 'http'],
    ['HOST', 'not a host'],
    ['PUBLIC_URL', 'leren.voorbeeld.nl'],
    ['PUBLIC_URL', 'https://voorbeeld.nl/leren'],
    ['DATABASE_URL', 'mysql://db/lerend'],
    ['SMTP_URL', 'mail.voorbeeld.nl'],
    ['MAIL_FROM', 'Lerend'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(faultsIn({ [name]: value })).toEqual([name]);
  });

  test('all faults come at once, each a sentence that shows a right value', () => {
    const result = readSettings({ PORT: 'x', LOG_LEVEL: 'x' }, root);
    expect(result.ok ? [] : result.faults.map((fault) => fault.sentence.nl)).toEqual([
      'PORT klopt niet: Lerend verwacht een geheel getal van 0 tot en met 65535, zoals 8080.',
      'LOG_LEVEL klopt niet: Lerend verwacht een van debug, info, warn, error en silent, zoals warn.',
    ]);
  });

  test.each([['data'], ['data/keys'], ['./data/../data/deep/keys']])(
    'keys in %s would travel with a copy of the data',
    (keysDir) => {
      expect(faultsIn({ KEYS_DIR: keysDir })).toEqual(['KEYS_DIR']);
    },
  );

  test.each([['data-keys'], ['..data'], ['/etc/lerend']])('keys in %s stand beside the data', (keysDir) => {
    expect(faultsIn({ KEYS_DIR: keysDir })).toEqual([]);
  });
});

describe('printing the settings', () => {
  test('no password is ever printed', () => {
    const environment = {
      DATABASE_URL: 'postgresql://me:geheim@db/lerend?sslpassword=geheim',
      SMTP_URL: 'smtp://:geheim@mail:25',
    };
    const printed = describeSettings(environment, settingsFrom(environment), 'nl');
    expect(JSON.stringify(printed)).not.toContain('geheim');
    expect(printed.find((setting) => setting.name === 'DATABASE_URL')?.value).toBe('postgresql://me:…@db/lerend?…');
  });

  test('an address that can’t be read is hidden whole', () => {
    expect(withoutPassword('geheim')).toBe('…');
  });

  test('every example that is printed would be accepted', () => {
    const examples = describeSettings({}, settingsFrom({}), 'en').map((setting) => [setting.name, setting.example]);
    expect(faultsIn(Object.fromEntries(examples))).toEqual([]);
  });
});
