import { webcrypto } from 'node:crypto';
import { fromBase64url, joinShares, manifestFingerprint, parseShare } from '@lerend/ballot';
import { describe, expect, test } from 'vitest';
import { shareHolders } from '../contract.ts';
import { isRow, makeKey, rowsOf } from './make-key.ts';

const subtle = webcrypto.subtle as SubtleCrypto;

describe('a key that is made on its keeper’s device', () => {
  test('comes back out of any two of the three sheets', async () => {
    const made = await makeKey(subtle);
    const publicKey = fromBase64url(made.publicKey) ?? new Uint8Array();
    for (const without of shareHolders) {
      const pair = shareHolders.filter((holder) => holder !== without).map((holder) => made.shares[holder]);
      expect(await joinShares(subtle, pair, publicKey)).toMatchObject({ ok: true });
    }
    expect(made.shortForm).toBe(await manifestFingerprint(subtle, publicKey));
  });

  test('gives each holder the sheet with their own name in it, of four lines', async () => {
    const { shares } = await makeKey(subtle);
    for (const holder of shareHolders) {
      expect(parseShare(shares[holder])).toMatchObject({ ok: true, share: { holder } });
      expect(rowsOf(shares[holder])).toHaveLength(4);
    }
  });

  test('is another key each time', async () => {
    expect((await makeKey(subtle)).publicKey).not.toBe((await makeKey(subtle)).publicKey);
  });
});

describe('proving that a sheet is there', () => {
  const row = '7KQM-3XWD-0A2C-9F1T';

  test.each([row, row.toLowerCase(), '7kqm 3xwd oa2c 9flt', ` ${row.replaceAll('-', '')} `])('takes %s', (typed) => {
    expect(isRow(typed, row)).toBe(true);
  });

  test.each(['', '----', '7KQM-3XWD-0A2C', '7KQM-3XWD-0A2C-9F2T'])('doesn’t take "%s"', (typed) => {
    expect(isRow(typed, row)).toBe(false);
  });
});
