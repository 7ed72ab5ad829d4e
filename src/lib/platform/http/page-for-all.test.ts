import { describe, expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { pageForAll } from './page-for-all.ts';

describe('a page that is the same for everyone but for one text', () => {
  const page = `<p>Één vraag: ${'hoe leert dit team? '.repeat(400)}</p><input value="GAP"><p>En één: ${'hoe? '.repeat(400)}</p>`;

  test.each(['abc', '', 'é'.repeat(30), 'x'.repeat(65_535)])('unpacks to what it would have been', (filling) => {
    const kept = pageForAll(page, 'GAP');
    const expected = page.replace('GAP', filling);
    expect(kept?.plain(filling)).toBe(expected);
    // Throws by itself when the checksum or the length is wrong.
    expect(gunzipSync(kept?.gzipped(filling) ?? '').toString()).toBe(expected);
  });

  test('is as small as when it is compressed in one go, but for some bytes', () => {
    expect(pageForAll(page, 'GAP')?.gzipped('abc').length).toBeLessThan(400);
  });

  test('is refused when the gap is nowhere, or at two places', () => {
    expect(pageForAll(page, 'NOWHERE')).toBeNull();
    expect(pageForAll(`${page}GAP`, 'GAP')).toBeNull();
  });
});
