import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

interface BuiltFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
  readonly tag: string;
  readonly isForEver: boolean;
}

/** Answers a request for one of the files; false when it is for something else, or asks for it in an uncommon way. */
export type BuiltFiles = (request: IncomingMessage, response: ServerResponse) => boolean;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The built scripts, styles and fonts (about a megabyte), read once: every respondent asks for three of them, and to open
 * and stream a file takes longer than to send it. Parts of a file are left to the pages' own server.
 */
export async function builtFiles(clientFolder: string): Promise<BuiltFiles> {
  const files = await readAll(clientFolder);
  return ({ method, url = '', headers }, response) => {
    const file = files.get(url);
    if (!file || method !== 'GET' || headers.range !== undefined) return false;
    const encoding = encodingFor(headers['accept-encoding'], file);
    const etag = `"${file.tag}${encoding ? `.${encoding}` : ''}"`;
    const about = {
      etag,
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      ...(file.isForEver ? { 'cache-control': 'public,max-age=31536000,immutable' } : {}),
    };
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, about).end();
      return true;
    }
    const content = file[encoding ?? 'plain'] ?? file.plain;
    const encoded = encoding ? { 'content-encoding': encoding } : {};
    response.writeHead(200, { ...about, ...encoded, 'content-type': file.type, 'content-length': content.length });
    response.end(content);
    return true;
  };
}

async function readAll(folder: string): Promise<Map<string, BuiltFile>> {
  const names = await readdir(folder, { recursive: true });
  const there = new Set(names);
  const known = names.filter((name) => types[extname(name)]);
  const read = (name: string) => (there.has(name) ? readFile(join(folder, name)) : undefined);
  return new Map(
    await Promise.all(
      known.map(async (name): Promise<[string, BuiltFile]> => {
        const plain = await readFile(join(folder, name));
        const [br, gzip] = await Promise.all([read(`${name}.br`), read(`${name}.gz`)]);
        const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
        const isForEver = name.startsWith('_app/immutable/');
        return [`/${name}`, { type: types[extname(name)] ?? '', plain, br, gzip, tag, isForEver }];
      }),
    ),
  );
}

/** The smallest that the browser says it can read. */
function encodingFor(accepted: string | undefined, file: BuiltFile): 'br' | 'gzip' | null {
  const said = (accepted ?? '').split(',').map((one) => one.trim());
  if (file.br && said.includes('br')) return 'br';
  return file.gzip && said.includes('gzip') ? 'gzip' : null;
}
