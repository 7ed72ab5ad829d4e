import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { giveCredential, giveGroup, receiveBallot, respondentScan } from '#lib/features/answering/server/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';

const doors = { group: giveGroup, credential: giveCredential, ballot: receiveBallot };

/** The product's doors for ballots, over HTTP, without its pages. */
export async function openDoors(platform: Platform): Promise<{ readonly port: number; close(): void }> {
  const server: Server = createServer((request, response) => {
    answer(platform, request)
      .catch((error: unknown): [number, object] => [
        error instanceof Refusal ? error.status : 500,
        { sentence: String(error) },
      ])
      .then(([status, content]) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(content));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    port: address.port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(platform: Platform, request: IncomingMessage): Promise<[number, object]> {
  const [, , scanCode = '', door = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  const body: unknown = JSON.parse((await request.toArray()).join(''));
  const scan = await respondentScan(platform, scanCode, 'nl');
  const content = await doors[door as keyof typeof doors](platform, scan, body, 'nl');
  return [200, content ?? {}];
}
