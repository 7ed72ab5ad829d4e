import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTableInThread } from './read-table-in-thread.ts';
import { readTable } from './read-table.ts';
import { unpackedSize } from './unpacked-size.ts';

const sheet = 'xl/worksheets/sheet1.xml';

/** A zip with one file, which says in its directory that it unpacks to `claimed` bytes. */
function zip(name: string, content: Buffer, claimed = content.length): Uint8Array {
  const packed = deflateRawSync(content, { level: 9 });
  const file = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(file.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + file.length, 12);
  end.writeUInt32LE(local.length + file.length + packed.length, 16);
  return Buffer.concat([local, file, packed, entry, file, end]);
}

const workbook = (rows: string[][]): Promise<Uint8Array> =>
  writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();

describe('a workbook from outside', () => {
  test('tells in its directory how much it unpacks to', () => {
    expect(unpackedSize(zip('a.xml', Buffer.from('twelve bytes')))).toBe(12);
    expect(unpackedSize(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]))).toBeNull();
  });

  test('that is small and unpacks to more than 50 MB is refused before it is unpacked', async () => {
    const bomb = zip(sheet, Buffer.alloc(60_000_000, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readTable(bomb)).toEqual({ fault: 'file-too-long' });
  });

  test('is read in a thread of its own as it would be here', async () => {
    const rows = [
      ['naam', 'onderdeel'],
      ['Anna', 'Zorg'],
    ];
    expect(await readTableInThread(await workbook(rows))).toEqual({ rows });
    expect(await readTableInThread(new TextEncoder().encode('naam;onderdeel\nAnna;Zorg\n'))).toEqual({ rows });
    expect(await readTableInThread(new Uint8Array())).toEqual({ fault: 'file-empty' });
  });
});
