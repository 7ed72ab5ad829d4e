import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import compression from 'compression';
import type { BuiltFiles } from './built-files.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface ServeSettings {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly handler: RequestHandler;
  /** What is answered before the pages are asked. */
  readonly files?: BuiltFiles;
}

/** The header in which the pages read whether the outside of this server is http or https. */
export const protocolHeader = 'x-lerend-protocol';

/** Shorter answers fit in a few packets as they are, and those of the doors for ballots are keys and signatures. */
const smallestCompressed = 4096;

const answeringRoute = /^\/s\//;
const answeringBodyLimit = 64 * 1024;

/** Our own server in front of the pages: compression, the outside's protocol, and a small door for answers. */
export function serve({ host, port, publicUrl, handler, files }: ServeSettings): Promise<Server> {
  const compress = compression({ threshold: smallestCompressed });
  const protocol = new URL(publicUrl).protocol.slice(0, -1);
  const server = createServer((request, response) => {
    if (files?.(request, response)) return;
    request.headers[protocolHeader] = protocol;
    if (isTooLarge(request)) {
      response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end('Dit is te groot voor een formulier met antwoorden. / This is too large for a form with answers.\n');
      return;
    }
    compress(request as never, response as never, () => handler(request, response));
  });
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function isTooLarge(request: IncomingMessage): boolean {
  if (request.method !== 'POST' || !answeringRoute.test(pathOf(request.url ?? ''))) return false;
  const length = request.headers['content-length'];
  return length === undefined || Number(length) > answeringBodyLimit;
}

/** The path as the pages will read it: `/%73/…` and `/x/../s/…` are `/s/…` too. */
function pathOf(address: string): string {
  try {
    return decodeURIComponent(new URL(`http://localhost${address}`).pathname);
  } catch {
    // No page has an address that can't be read.
    return address;
  }
}

/** Stops taking new requests, lets the running ones finish, and gives up waiting after a while. */
export function stopServing(server: Server, waitSeconds = 5): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), waitSeconds * 1000);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
