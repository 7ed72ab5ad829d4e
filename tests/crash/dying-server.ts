import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { leaveOut } from '../product/leave-out.ts';
import type { Change } from '../product/leave-out.ts';
import { databaseProcesses, killNow } from '../product/processes.ts';
import { builtProduct, projectRoot } from '../product/start-product.ts';
import { killHeader, questionOf } from './kill-points.ts';

/**
 * The server SERVER, which dies with -9 where a request's header says: nothing of the product knows of it. It listens in
 * on what the server asks of its database in answering that request, and on the answer itself. With SIGN=forgetful it
 * remembers that a code was used and not for what, as a server does to which nobody may come back.
 */
const { SERVER = builtProduct, DATA_DIR: dataDir = '', SIGN } = process.env;
/** A step under way is broken off within so many milliseconds after it began. */
const underWayMs = 2;

const forgetful: Change = {
  file: 'src/lib/features/invitation/server/bind-code.ts',
  from: "const digest = keyed(platform.secrets, 'issuance-request', [scanId, request]);",
  to: "const digest = keyed(platform.secrets, 'issuance-request', [scanId, request, String(randomBytes(16))]);",
};
const assertChanged = leaveOut(SIGN === 'forgetful' ? [forgetful] : []);

/** Where this request dies, and with whom. */
interface Death {
  readonly point: string;
  readonly killed: string;
}

const going = new AsyncLocalStorage<Death>();

function dieIf(death: Death, door: string, step: string, moment: string): void {
  if (death.point !== `${door}/${step}/${moment}`) return;
  if (moment === 'under-way') setTimeout(() => die(death), Math.random() * underWayMs);
  else die(death);
}

function die({ killed }: Death): void {
  if (killed === 'database') for (const pid of databaseProcesses(dataDir)) killNow(pid);
  killNow(process.pid);
}

const doorOf = ({ point }: Death): string => point.split('/')[0] ?? '';

const { prototype: server } = Server;
const emit = server.emit as (this: Server, ...event: unknown[]) => boolean;
server.emit = function (this: Server, ...event: unknown[]) {
  const [name, request, response] = event as [string, IncomingMessage, ServerResponse];
  const [point, killed] = String((name === 'request' && request.headers[killHeader]) || '').split(' ');
  if (!point || !killed) return emit.apply(this, event);
  const death = { point, killed };
  dieIf(death, doorOf(death), 'arrived', 'after');
  listenToAnswer(response, death);
  return going.run(death, () => emit.apply(this, event));
} as typeof server.emit;

function listenToAnswer(response: ServerResponse, death: Death): void {
  const { writeHead, end } = response as unknown as Record<string, (...args: unknown[]) => unknown>;
  const answer = { isBegun: false };
  Object.assign(response, {
    writeHead: (...args: unknown[]) => {
      if (!answer.isBegun) dieIf(death, doorOf(death), 'answer', 'before');
      answer.isBegun = true;
      return writeHead?.apply(response, args);
    },
    end: (...args: unknown[]) => {
      const ended = end?.apply(response, args);
      dieIf(death, doorOf(death), 'answer', 'under-way');
      return ended;
    },
  });
}

const { prototype: client } = pg.Client as unknown as { prototype: { query: (...query: unknown[]) => unknown } };
const ask = client.query;
client.query = function (this: unknown, ...query: unknown[]) {
  const death = going.getStore();
  const step = death && typeof query[0] === 'string' ? questionOf(query[0]) : undefined;
  if (!death || !step) return ask.apply(this, query);
  const door = doorOf(death);
  dieIf(death, door, step, 'before');
  const answer = ask.apply(this, query);
  dieIf(death, door, step, 'under-way');
  return answer instanceof Promise
    ? answer.then((result: unknown) => (dieIf(death, door, step, 'after'), result))
    : answer;
};

await import(pathToFileURL(join(projectRoot, SERVER)).href);
assertChanged();
