import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  giveCredential,
  giveGroup,
  receiveBallot,
  receiveOpenBallot,
  respondentScan,
} from '#lib/features/answering/server/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { startApp } from '../../src/start-app.ts';

/**
 * The product's doors for ballots without its pages, from source, so that a protection can be left out of it. With
 * ACKNOWLEDGE=early it makes the mistake that the crash test is there to find: it says yes first and commits a moment later.
 */
const { app, settings, stop } = await startApp(process.env);
const isEarly = process.env['ACKNOWLEDGE'] === 'early';
const writeBehindMs = 50;

async function answer(request: IncomingMessage): Promise<[status: number, content: object]> {
  const [, , scanCode = '', door = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  if (request.method !== 'POST') return [200, {}];
  const body: unknown = JSON.parse((await request.toArray()).join(''));
  const scan = await respondentScan(app.platform, scanCode, 'nl');
  if (door === 'group') return [200, await giveGroup(app.platform, scan, body, 'nl')];
  if (door === 'credential') return [200, await giveCredential(app.platform, scan, body, 'nl')];
  const receive = door === 'open' ? receiveOpenBallot : receiveBallot;
  if (isEarly)
    void wait(writeBehindMs)
      .then(() => receive(app.platform, scan, body, 'nl'))
      // Nobody waits for it any more: that is the mistake.
      .catch(() => undefined);
  else await receive(app.platform, scan, body, 'nl');
  return [200, {}];
}

const server = createServer((request, response) => {
  answer(request)
    .catch((error: unknown): [number, object] => [
      error instanceof Refusal ? error.status : 500,
      { sentence: String(error) },
    ])
    .then(([status, content]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    });
});
server.listen(settings.port, '127.0.0.1');
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void wait(2 * writeBehindMs)
    .then(stop)
    .then(() => process.exit(0));
});
