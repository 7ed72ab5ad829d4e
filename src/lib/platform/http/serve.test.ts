import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, stopServing } from './serve.ts';

let server: Server;
beforeAll(async () => {
  const handler: Parameters<typeof serve>[0]['handler'] = (incoming, response) => {
    incoming.resume().on('end', () => response.end('ok'));
  };
  server = await serve({ host: '127.0.0.1', port: 0, publicUrl: 'http://localhost', handler });
});
afterAll(() => stopServing(server, 1));

/** The status of a POST to exactly this address: nothing is tidied on the way. */
function post(path: string, body: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

const large = 'x'.repeat(65 * 1024);
const spellings = ['/s/ABCD', '/%73/ABCD', '/%73%2FABCD', '/x/../s/ABCD', '/x/%2e%2e/s/ABCD', '/x/..\\s\\ABCD'];

test.each(spellings)('answers go in by a small door, also when the address is written as %s', async (path) => {
  expect(await post(path, large)).toBe(413);
  expect(await post(path, 'a=1', { 'transfer-encoding': 'chunked' })).toBe(413);
  expect(await post(path, 'a=1')).toBe(200);
});

test('the other pages take more, also at an address that can’t be read', async () => {
  expect(await post('/o/import', large)).toBe(200);
  expect(await post('/%E0%A4%A/s/', large)).toBe(200);
});
