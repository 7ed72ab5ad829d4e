import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { builtFiles } from './built-files.ts';

const script = 'console.log("hoe leert dit team?");';
const path = '/_app/immutable/one.js';
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lerend-files-'));
  await mkdir(join(folder, '_app/immutable'), { recursive: true });
  await writeFile(join(folder, path), script);
  await writeFile(join(folder, `${path}.br`), brotliCompressSync(script));
  await writeFile(join(folder, `${path}.gz`), gzipSync(script));
  await writeFile(join(folder, 'icon.svg'), '<svg/>');
  await writeFile(join(folder, 'notes.txt'), 'not one of them');
  const files = await builtFiles(folder);
  server = createServer((asked, response) => {
    if (!files(asked, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: address, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a file comes as small as the browser can read it, for ever where its name says what is in it', async () => {
  const br = await ask(path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
  expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', script]);
  const gzip = await ask(path, { 'accept-encoding': 'gzip, br;q=0' });
  expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script]);
  const plain = await ask(path);
  expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script]);
  expect(plain.headers['content-type']).toMatch(/^text\/javascript/);
  expect(plain.headers['cache-control']).toContain('immutable');
  expect((await ask('/icon.svg')).headers['cache-control']).toBeUndefined();
});

test('a browser that has it is told so, in the form in which it has it', async () => {
  const { headers } = await ask(path, { 'accept-encoding': 'br' });
  const again = { 'if-none-match': String(headers.etag) };
  expect((await ask(path, { ...again, 'accept-encoding': 'br' })).status).toBe(304);
  expect((await ask(path, again)).status).toBe(200);
});

test.each(['/notes.txt', '/_app/immutable/', '/../one.js', '/_app/immutable/one.js.br', '/'])(
  '%s is not one of the files',
  async (address) => {
    expect((await ask(address)).status).toBe(404);
  },
);

test('parts of a file, and other methods, are left to the pages’ own server', async () => {
  expect((await ask(path, { range: 'bytes=0-3' })).status).toBe(404);
  expect((await ask(path, {}, 'POST')).status).toBe(404);
});
