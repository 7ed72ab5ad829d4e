import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is looked for, by name; each at least eight bytes that nothing else begins with. */
export type Wanted = ReadonlyMap<string, Uint8Array>;

const keyBytes = 8;
const pageBytes = 8192;
const segmentHeaderBytes = 40;
const pageHeaderBytes = 24;

/** Where a table keeps a value that is too long for a row, and how far behind the head of its piece the bytes stand. */
export interface LongValues {
  readonly file: string;
  readonly offset: number;
}

/** Before a piece of a long value: the row's own head of 24 bytes, its value's id, the piece's number, and its length. */
const pieceHeadBytes = 36;

/**
 * In which order these bytes came into the files under a folder. A row begins with the number of its transaction, and
 * those count up: so for what stands among the long values of a table. For anything else the place where it stands.
 */
export function orderInFolder(
  folder: string,
  { file, offset }: LongValues,
  wanted: Wanted,
): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const own = paths.filter((path) => path.endsWith(`/${file}`)).map((path) => readFileSync(path));
  const transactionOf = (content: Buffer, at: number) => content.readUInt32LE(at - offset - pieceHeadBytes);
  const anywhere = orderIn(
    paths.map((path) => readFileSync(path)),
    wanted,
  );
  return new Map([...anywhere, ...orderIn(own, wanted, transactionOf)]);
}

/** The same in PostgreSQL's write-ahead log, without the heads of its pages, which cut through what is written. */
export function orderInLog(folder: string, wanted: Wanted): ReadonlyMap<string, number> {
  const segments = readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .sort();
  const pages = segments.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return Array.from({ length: bytes.length / pageBytes }, (_, page) =>
      bytes.subarray(page * pageBytes + (page === 0 ? segmentHeaderBytes : pageHeaderBytes), (page + 1) * pageBytes),
    );
  });
  return orderIn([Buffer.concat(pages)], wanted);
}

function orderIn(
  contents: readonly Buffer[],
  wanted: Wanted,
  orderOf?: (content: Buffer, at: number) => number,
): ReadonlyMap<string, number> {
  const beginnings = new Map(
    Array.from(wanted, ([name, bytes]) => [Buffer.from(bytes).readBigUInt64BE(), { name, bytes }]),
  );
  const isBeginning = new Uint8Array(65_536);
  for (const { bytes } of beginnings.values()) isBeginning[Buffer.from(bytes).readUInt16BE()] = 1;
  const order = new Map<string, number>();
  let before = 0;
  for (const content of contents) {
    for (let at = 0; at + keyBytes <= content.length; at++) {
      if (isBeginning[((content[at] ?? 0) << 8) | (content[at + 1] ?? 0)] !== 1) continue;
      const one = beginnings.get(content.readBigUInt64BE(at));
      if (!one || order.has(one.name)) continue;
      if (content.compare(one.bytes, 0, one.bytes.length, at, at + one.bytes.length) !== 0) continue;
      order.set(one.name, orderOf ? orderOf(content, at) : before + at);
    }
    before += content.length;
  }
  return order;
}
