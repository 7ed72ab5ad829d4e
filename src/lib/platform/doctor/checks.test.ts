import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../settings/index.ts';
import {
  StartProblem,
  checkDatabase,
  checkDiskSpace,
  checkFolder,
  checkMail,
  checkMigrations,
  checkNode,
  checkPublicUrl,
  folderProblem,
  listenProblem,
  terminalLanguage,
} from './index.ts';

const listen = (server: Server, port = 0, host = '127.0.0.1') =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const settingsWith = (environment: Record<string, string>) => {
  const reading = readSettings(environment);
  if (!reading.ok) throw new Error('these settings were meant to be right');
  return reading.settings;
};

describe('what a server could not listen on', () => {
  test('a port that is taken is named, with the next one as a way out', async () => {
    const first = createServer();
    const port = await listen(first);
    const problem = listenProblem(
      await listen(createServer(), port).catch((error: unknown) => error),
      '127.0.0.1',
      port,
    );
    expect(problem).toBeInstanceOf(StartProblem);
    expect(problem).toMatchObject({ code: 'port-taken', message: expect.stringContaining(`PORT=${port + 1}`) });
    first.close();
  });

  test('an address of another machine is named', async () => {
    const error = await listen(createServer(), 0, '192.0.2.1').catch((thrown: unknown) => thrown);
    expect(listenProblem(error, '192.0.2.1', 3000)).toMatchObject({
      code: 'port-not-allowed',
      message: expect.stringContaining('192.0.2.1'),
    });
  });

  test('an error of another kind stays what it was', () => {
    const error = new Error('something else');
    expect(listenProblem(error, 'localhost', 3000)).toBe(error);
    expect(folderProblem(error, '/srv', 'DATA_DIR')).toBe(error);
  });
});

describe('the checks of the doctor', () => {
  test.each([
    ['24.7.0', 'good'],
    ['24.6.1', 'fault'],
    ['24.21.0', 'good'],
    ['20.20.2', 'fault'],
    ['26.1.0', 'fault'],
  ])('Node %s is %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  test.each([
    [{}, 'warning'],
    [{ PUBLIC_URL: 'http://leren.voorbeeld.nl' }, 'warning'],
    [{ PUBLIC_URL: 'https://leren.voorbeeld.nl' }, 'good'],
  ])('a public address %o is %s', (environment, state) => {
    expect(checkPublicUrl(settingsWith(environment)).state).toBe(state);
  });

  test('keys that others on the machine can see are warned of', async () => {
    const folder = await mkdtemp('/tmp/lerend-doctor-');
    expect(await checkFolder(folder, 'KEYS_DIR')).toMatchObject({ state: 'good' });
    await chmod(folder, 0o755);
    expect(await checkFolder(folder, 'KEYS_DIR')).toMatchObject({ state: 'warning' });
    expect(await checkFolder(folder, 'DATA_DIR')).toMatchObject({ state: 'good' });
    expect((await checkDiskSpace(join(folder, 'not/there/yet'))).sentence.en).toContain('MB free');
    await rm(folder, { recursive: true });
  });

  test('a database that is too old, or doesn’t answer, is a fault with the reason', async () => {
    expect(await checkDatabase({ query: async () => ({ rows: [{ version: '15.4 (Debian)' }] }) })).toMatchObject({
      state: 'good',
    });
    expect(await checkDatabase({ query: async () => ({ rows: [{ version: '14.11' }] }) })).toMatchObject({
      state: 'fault',
    });
    const refused = await checkDatabase({
      query: () => Promise.reject(new AggregateError([new Error('connect ECONNREFUSED')])),
    });
    expect(refused).toMatchObject({
      state: 'fault',
      sentence: { en: expect.stringContaining('connect ECONNREFUSED') },
    });
  });

  test('tables that lag behind are a warning: the next start mends it', async () => {
    expect((await checkMigrations(async () => [])).state).toBe('good');
    expect(await checkMigrations(async () => ['0002-more.sql'])).toMatchObject({
      state: 'warning',
      sentence: { nl: expect.stringContaining('1 stap achter') },
    });
  });

  test('a mail server is greeted and left without a mail; one that isn’t there is a fault that hides the password', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.write('220 test\r\n');
      socket
        .on('error', () => undefined)
        .on('data', (data) => {
          heard.push(String(data).trim().split(' ')[0] ?? '');
          socket.write('250 ok\r\n');
        });
    });
    const port = await listen(server);
    expect(await checkMail(`smtp://127.0.0.1:${port}`)).toMatchObject({ state: 'good' });
    expect(heard).not.toContain('MAIL');
    await new Promise((resolve) => server.close(resolve));
    const gone = await checkMail(`smtp://me:geheim@127.0.0.1:${port}`);
    expect(gone.state).toBe('fault');
    expect(gone.sentence.nl).not.toContain('geheim');
    expect((await checkMail(undefined)).state).toBe('warning');
  });
});

test.each([
  [{ LANG: 'nl_NL.UTF-8' }, 'nl'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{}, 'en'],
  [{ LC_ALL: 'nl_BE', LANG: 'en' }, 'nl'],
  [{ LC_ALL: '', LANG: 'nl' }, 'nl'],
])('a terminal with %o is spoken to in %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language);
});
