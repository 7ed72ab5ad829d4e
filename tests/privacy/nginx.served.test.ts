import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../product/free-port.ts';
import { ownFolder } from '../product/own-folder.ts';
import type { OwnFolder } from '../product/own-folder.ts';
import { projectRoot, startProduct } from '../product/start-product.ts';
import type { Product } from '../product/start-product.ts';
import { filesBelow, tracesInFiles } from './traces.ts';

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
const hasBoth = nginx !== undefined && spawnSync('openssl', ['version']).status === 0;

const from = '127.0.0.9';
const code = 'QWERTYUI';
const secrets = [
  { name: 'the address', text: from },
  { name: 'the code', text: code },
  { name: 'the answering route', text: '/s/' },
];

/** The settings that docs/operate.md gives, at ports and in folders of this test. */
function settingsFor(folder: string, ports: { http: number; https: number; product: number }): string {
  const document = readFileSync(join(projectRoot, 'docs/operate.md'), 'utf8');
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(document) ?? [];
  const here = block
    .replace('listen 80;', `listen 127.0.0.1:${ports.http};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${ports.https} ssl;`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${ports.product}`)
    .replaceAll('leren.voorbeeld.nl', 'localhost')
    .replaceAll('/etc/ssl/', `${folder}/`)
    .replaceAll('/var/log/nginx/', `${folder}/log/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temp-${name};`)
    .join('\n');
  return `daemon off;\nworker_processes 1;\npid ${folder}/nginx.pid;\nerror_log ${folder}/log/error.log;\nevents {}\nhttp {\naccess_log ${folder}/log/access.log;\n${temporary}\n${here}\n}\n`;
}

/** What most people would write: the same without a word about logs. */
const withoutCare = (settings: string): string => settings.replaceAll(/^\s+(access_log off|error_log [^;]+);$/gm, '');

describe.skipIf(!hasBoth)('nginx in front, with the settings of docs/operate.md', () => {
  let folder: OwnFolder;
  let product: Product;
  let certificate: string;
  const ports = { http: 0, https: 0, product: 0 };

  beforeAll(async () => {
    folder = await ownFolder();
    Object.assign(ports, { http: await freePort(), https: await freePort(), product: await freePort() });
    product = await startProduct({
      folder,
      port: ports.product,
      environment: { PUBLIC_URL: `https://localhost:${ports.https}` },
    });
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', `${folder.path}/leren.key`],
      ...['-out', `${folder.path}/leren.pem`],
    ]);
    expect(made.status).toBe(0);
    certificate = readFileSync(`${folder.path}/leren.pem`, 'utf8');
  }, 90_000);
  afterAll(async () => {
    await product.stop();
    await folder.remove();
  });

  /** Runs the work behind an nginx with these settings; gives the folder with its logs. */
  async function behind(
    name: string,
    change: (settings: string) => string,
    work: () => Promise<void>,
  ): Promise<string> {
    const place = join(folder.path, name);
    mkdirSync(join(place, 'log'), { recursive: true });
    for (const file of ['leren.key', 'leren.pem'])
      writeFileSync(join(place, file), readFileSync(join(folder.path, file)), { mode: 0o600 });
    writeFileSync(join(place, 'nginx.conf'), change(settingsFor(place, ports)));
    const server = spawn(nginx ?? '', ['-p', place, '-c', join(place, 'nginx.conf')], { stdio: 'pipe' });
    let written = '';
    server.stderr.on('data', (text: Buffer) => (written += String(text)));
    const ended = new Promise((resolve) => server.once('exit', resolve));
    try {
      for (let tries = 0; tries < 100 && (await ask('/health/live').catch(() => 0)) !== 200; tries++) await wait(50);
      if (server.exitCode !== null) throw new Error(`nginx didn't start:\n${written}`);
      await work();
    } finally {
      server.kill('SIGQUIT');
      await ended;
    }
    return join(place, 'log');
  }

  const ask = (path: string, body?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{
            host: '127.0.0.1',
            servername: 'localhost',
            port: ports.https,
            path,
            localAddress: from,
            ca: certificate,
          },
          ...{ method: body === undefined ? 'GET' : 'POST', agent: false },
          headers: {
            host: 'localhost',
            referer: `https://localhost/s/${code}`,
            ...(body === undefined ? {} : { 'content-length': body.length }),
          },
        },
        (response) => response.resume().once('end', () => resolve(response.statusCode ?? 0)),
      );
      asked.once('error', reject);
      asked.end(body);
    });

  /** A respondent comes by, sends too much once, and finds the product gone at the end. */
  async function passBy(): Promise<void> {
    expect(await ask(`/s/${code}`)).toBe(404);
    expect(await ask(`/s/${code}%23${code}`)).toBeLessThan(500);
    expect(await ask('/_app/not-there.js')).toBe(404);
    expect(await ask(`/s/${code}`, 'x'.repeat(20_000))).toBeLessThan(500);
    expect(await ask(`/s/${code}`, 'x'.repeat(70_000))).toBe(413);
  }

  test('neither log holds an address, a code or where somebody answered; without those settings both do', async () => {
    const careful = await behind('careful', (settings) => settings, passBy);
    expect(tracesInFiles(filesBelow(careful), secrets)).toEqual([]);
    const careless = await behind('careless', withoutCare, passBy);
    const found = tracesInFiles(filesBelow(careless), secrets);
    for (const log of ['access.log', 'error.log'])
      expect(found.filter((trace) => trace.endsWith(log))).toHaveLength(secrets.length);
  }, 60_000);

  test('doctor --from-outside finds it sound, and the word that it says to look for stands in no log', async () => {
    let output = '';
    const logs = await behind(
      'looked-at',
      (settings) => settings,
      async () => {
        const environment = { ...process.env, LANG: 'en', LC_ALL: '', NODE_EXTRA_CA_CERTS: `${folder.path}/leren.pem` };
        const program = [
          join(projectRoot, 'bin/lerend.mjs'),
          'doctor',
          '--from-outside',
          `https://localhost:${ports.https}`,
        ];
        output = (await promisify(execFile)(process.execPath, program, { env: environment })).stdout;
      },
    );
    expect(output).not.toMatch(/^fault/m);
    expect(output).toMatch(/^good .*scripts may run/m);
    const [, word = ''] = /the word (ZZ[0-9A-F]{12})/.exec(output) ?? [];
    expect(word).not.toBe('');
    expect(tracesInFiles(filesBelow(logs), [{ name: 'the word', text: word }])).toEqual([]);
  }, 60_000);

  test('the product gone, the answer is 502 and still no log says who was there', async () => {
    await product.stop();
    const logs = await behind(
      'gone',
      (settings) => settings,
      async () => {
        expect(await ask(`/s/${code}`)).toBe(502);
      },
    ).catch((error: unknown) => Promise.reject(error));
    expect(tracesInFiles(filesBelow(logs), secrets)).toEqual([]);
  }, 60_000);
});
