import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ballotMaker, makeReady } from '#lib/features/answering/contract.ts';
import type { Sealing, SendingTools } from '#lib/features/answering/contract.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

interface HttpWish {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const patienceMs = 20_000;

/** One connection to the product, kept open between requests as a browser does. */
export interface Connection {
  ask(wish: HttpWish): Promise<HttpAnswer>;
  close(): void;
}

/** `from`: another address of this machine (127.x.x.x) to come from. */
export function connectTo(
  port: number,
  { from, language = 'nl' }: { from?: string; language?: string } = {},
): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ...(from ? { localAddress: from } : {}) });
  const ask = ({ method = 'GET', path, body, headers = {} }: HttpWish) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const all = {
        accept: 'text/html,*/*;q=0.8',
        'accept-encoding': 'gzip, br',
        'accept-language': language,
        ...(body === undefined
          ? {}
          : { 'content-length': String(Buffer.byteLength(body)), origin: `http://localhost:${port}` }),
        ...headers,
        host: `localhost:${port}`,
      };
      const asked = request(
        { host: '127.0.0.1', port, path, method, agent, headers: all, timeout: patienceMs },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.once('error', reject);
          response.once('end', () => {
            const text = textOf(Buffer.concat(parts), response.headers);
            resolve({ status: response.statusCode ?? 0, location: response.headers.location, text });
          });
        },
      );
      asked.once('timeout', () => asked.destroy(new Error('no answer in time')));
      asked.once('error', reject);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** Of what came compressed only answers to scripts are read: pages and files are asked for their cost alone. */
function textOf(bytes: Buffer, headers: IncomingHttpHeaders): string {
  const encoding = headers['content-encoding'];
  if (!encoding) return bytes.toString();
  if (!headers['content-type']?.includes('json')) return '';
  return (encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
}

/** What the page with the form draws, for whoever has no script. */
export const newNumber = (): string => randomBytes(16).toString('base64url');

/** Makes ballots as the worker of the respondent's page does. */
export const deviceMaker = ballotMaker({
  subtle: globalThis.crypto.subtle,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
});

/** The device's own code on this connection; nothing is tried twice. */
export function deviceTools(
  connection: Connection,
  scanCode: string,
  keep: (sealing: Sealing) => void = () => undefined,
): SendingTools {
  return {
    maker: deviceMaker,
    keep,
    sentenceOf: (fault) => fault,
    waiting: () => undefined,
    wait: () => Promise.reject(new Error('The server asks to wait.')),
    post: async (door, body) => {
      const { status, text } = await postTo(connection, scanCode, door, body);
      return { status, content: JSON.parse(text) as unknown };
    },
  };
}

/** Posts JSON to one of the doors for the page's script. */
export function postTo(
  connection: Connection,
  scanCode: string,
  door: 'group' | 'credential' | 'ballot' | 'open',
  body: object,
): Promise<HttpAnswer> {
  const headers = { 'content-type': 'application/json' };
  return connection.ask({
    method: 'POST',
    path: `/s/${scanCode}/${door}?language=nl`,
    body: JSON.stringify(body),
    headers,
  });
}

/** What one page visit asks for besides the page itself, in the order of the browser. */
export interface PageVisit {
  readonly scanCode: string;
  readonly assets: readonly string[];
}

/** The whole of a respondent's requests with script: the page and what belongs to it, the group, the credential, the ballot. */
export async function submitWithScript(
  port: number,
  { scanCode, assets }: PageVisit,
  ballot: {
    readonly code: string;
    /** As it stood in the link. */
    readonly fingerprint?: string;
    /** Who can open the ballots, as the page says. */
    readonly openingKey?: 'keeper' | 'server';
    readonly payload: string;
    readonly words?: string;
  },
): Promise<{ ballotMs: number }> {
  const connection = connectTo(port);
  try {
    await openPage(connection, { scanCode, assets });
    const { code, fingerprint = '', openingKey = 'server', payload, words = null } = ballot;
    const made = await makeReady(
      { code, scanCode, fingerprint, openingKey, sealing: null, payload, openPayload: words },
      deviceTools(connection, scanCode),
    );
    if (!made.ok) throw new Error(`No ballot: ${made.refused.sentence}`);
    const begin = performance.now();
    mustBe(200, await postTo(connection, scanCode, 'ballot', made.ready.ballot), 'ballot');
    const ballotMs = performance.now() - begin;
    if (made.ready.open) mustBe(200, await postTo(connection, scanCode, 'open', made.ready.open), 'open');
    return { ballotMs };
  } finally {
    connection.close();
  }
}

/** The same without script: the page and its style, one form, the page that says thank you. */
export async function submitWithoutScript(
  port: number,
  { scanCode, assets }: PageVisit,
  ballot: { readonly code: string; readonly fields: Readonly<Record<string, string>> },
): Promise<void> {
  const connection = connectTo(port);
  try {
    await openPage(connection, { scanCode, assets });
    const body = new URLSearchParams({ ...ballot.fields, code: ballot.code, number: newNumber() }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = mustBe(
      303,
      await connection.ask({ method: 'POST', path: `/s/${scanCode}?language=nl`, body, headers }),
      'form',
    );
    mustBe(200, await connection.ask({ path: sent.location ?? '' }), 'thanks');
  } finally {
    connection.close();
  }
}

async function openPage(connection: Connection, { scanCode, assets }: PageVisit): Promise<void> {
  for (const path of [`/s/${scanCode}`, ...assets]) mustBe(200, await connection.ask({ path }), path);
}

function mustBe(status: number, answer: HttpAnswer, what: string): HttpAnswer {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return answer;
}
