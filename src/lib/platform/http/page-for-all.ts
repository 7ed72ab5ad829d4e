import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A page that is the same for everyone but for one short text in it: compressed once, filled in for each. */
export interface PageForAll {
  /** The page with this text in the gap, as gzip (RFC 1952). */
  gzipped(filling: string): Buffer;
  plain(filling: string): string;
}

/** `page` with its gap where `gap` stands. Null when that isn't at exactly one place. */
export function pageForAll(page: string, gap: string): PageForAll | null {
  const [before, after, ...more] = page.split(gap);
  if (before === undefined || after === undefined || more.length > 0) return null;
  const head = Buffer.from(before);
  const tail = Buffer.from(after);
  // Neither part refers to what came before it, so that anything can stand between them.
  const headDeflated = deflateRawSync(head, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  const tailDeflated = deflateRawSync(tail, { level: 9 });
  const headChecksum = crc32(head);
  return {
    plain: (filling) => before + filling + after,
    gzipped: (filling) => {
      const middle = Buffer.from(filling);
      const checksum = crc32(tail, crc32(middle, headChecksum));
      const trailer = Buffer.alloc(8);
      trailer.writeUInt32LE(checksum, 0);
      trailer.writeUInt32LE(head.length + middle.length + tail.length, 4);
      return Buffer.concat([gzipHeader, headDeflated, storedBlock(middle), tailDeflated, trailer]);
    },
  };
}

/** Deflate, no name, no time, from anywhere. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** A block of deflate that stands as it is (RFC 1951, 3.2.4); at most 65,535 bytes. */
function storedBlock(content: Buffer): Buffer {
  const start = Buffer.from([0, 0, 0, 0, 0]);
  start.writeUInt16LE(content.length, 1);
  start.writeUInt16LE(~content.length & 0xffff, 3);
  return Buffer.concat([start, content]);
}
