import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinShares, makeOpeningKey, parseShare, shareHolders, shareRows, splitOpeningKey } from './index.ts';
import type { OpeningKey, OpeningShares } from './index.ts';
import { spellShare } from './share-text.ts';
import { nodeTools } from './testing/sealed-scan.ts';

const { subtle } = nodeTools;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let key: OpeningKey;
let shares: OpeningShares;
beforeAll(async () => {
  key = await makeOpeningKey(subtle);
  shares = await splitOpeningKey(subtle, key);
});

const join = (...typed: readonly string[]) => joinShares(subtle, typed, key.publicKey);
const bytesOf = (text: string) => {
  const parsed = parseShare(text);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.share.bytes;
};

describe('shares of an opening key', () => {
  test('any two of three put it together, in either order, and so do all three', async () => {
    const { keeper, coordinator, recovery } = shares;
    for (const pair of [
      [keeper, coordinator],
      [coordinator, keeper],
      [keeper, recovery],
      [recovery, coordinator],
      [keeper, coordinator, recovery],
    ])
      expect(await join(...pair)).toEqual({ ok: true, privateKey: key.privateKey });
  });

  test('say whose they are, and can be typed as people type', async () => {
    for (const holder of shareHolders) {
      const text = shares[holder];
      expect(shareRows(text)).toHaveLength(4);
      expect(text).toMatch(/^(([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}(\n|$)){4}$/);
      const typed = text
        .toLowerCase()
        .replaceAll('\n', '  ')
        .replaceAll('-', '')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(parseShare(typed)).toEqual(parseShare(text));
      expect(parseShare(text)).toMatchObject({ ok: true, share: { holder } });
    }
    expect(await join(shares.keeper.toLowerCase(), shares.recovery.replaceAll('-', ' '))).toMatchObject({ ok: true });
  });

  test('one alone fits every key equally well: for each other secret there is a second share that makes it', async () => {
    // A line through (0, secret) and the share's point has a value at the second place for whichever secret: so the
    // share can't tell secrets apart. With the library's own arithmetic: shift the second share's bytes, see the secret move.
    const [one, other] = [bytesOf(shares.keeper), bytesOf(shares.coordinator)];
    const { combine } = await import('shamir-secret-sharing');
    const secrets = new Set<number>();
    for (let value = 0; value < 256; value++) {
      const moved = new Uint8Array(other);
      moved[0] = value;
      secrets.add((await combine([new Uint8Array(one), moved]))[0] ?? -1);
    }
    expect(secrets.size).toBe(256);
    expect(await join(shares.keeper)).toEqual({ ok: false, fault: 'too-few' });
  });

  test('one alone looks like chance: over many splits of one key every value of a byte comes about equally often', async () => {
    const counts = new Array<number>(256).fill(0);
    const splits = 400;
    for (let time = 0; time < splits; time++)
      for (const byte of bytesOf((await splitOpeningKey(subtle, key)).keeper).subarray(0, 32))
        counts[byte] = (counts[byte] ?? 0) + 1;
    const expected = (splits * 32) / 256;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(355); // χ²(255) at p = .00003
  });

  test('of another peiling are refused, and so is the same one twice', async () => {
    const other = await splitOpeningKey(subtle, await makeOpeningKey(subtle));
    expect(await join(shares.keeper, other.coordinator)).toEqual({ ok: false, fault: 'another-key', share: 1 });
    expect(await join(shares.keeper, shares.keeper)).toEqual({ ok: false, fault: 'same-share', share: 1 });
  });

  test('that are whole and do not belong together are no key; a third that fits helps', async () => {
    const again = await splitOpeningKey(subtle, key);
    expect(await join(shares.keeper, again.coordinator)).toEqual({ ok: false, fault: 'shares-do-not-fit' });
    expect(await join(shares.keeper, again.coordinator, shares.recovery)).toEqual({
      ok: true,
      privateKey: key.privateKey,
    });
    const twin = parseShare(shares.keeper);
    if (!twin.ok) throw new Error('no share');
    const samePlace = spellShare({ ...twin.share, holder: 'recovery' });
    expect(await join(shares.keeper, samePlace)).toEqual({ ok: false, fault: 'shares-do-not-fit' });
  });
});

describe('a share with a slip', () => {
  test('in one character is found, in its row, and never taken for another share', () => {
    const symbols = Array.from(shares.keeper.replace(/[-\n]/g, ''));
    fc.assert(
      fc.property(fc.nat({ max: 63 }), fc.integer({ min: 1, max: 31 }), (at, change) => {
        const slipped = [...symbols];
        slipped[at] = alphabet[(alphabet.indexOf(symbols[at] ?? '') + change) % 32] ?? '';
        expect(parseShare(slipped.join(''))).toEqual({
          ok: false,
          fault: 'typing-error',
          row: Math.floor(at / 16) + 1,
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('of two characters or two rows that changed places is found', () => {
    const symbols = Array.from(shares.keeper.replace(/[-\n]/g, ''));
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.nat({ max: 14 }), (row, at) => {
        const [one, other] = [16 * row + at, 16 * row + at + 1];
        const swapped = [...symbols];
        [swapped[one], swapped[other]] = [swapped[other] ?? '', swapped[one] ?? ''];
        expect(parseShare(swapped.join(''))).toMatchObject(
          symbols[one] === symbols[other] ? { ok: true } : { ok: false, fault: 'typing-error' },
        );
      }),
    );
    const [first = '', second = '', ...rest] = shareRows(shares.keeper);
    expect(parseShare([second, first, ...rest].join('\n'))).toEqual({ ok: false, fault: 'typing-error', row: 1 });
  });

  test.each([
    ['empty', ' - \n'],
    ['unknown-character', 'not a share, but a sentence!'],
    ['wrong-length', '7KQM-3XWD-0A2C-9F3T'],
  ])('says %s', async (fault, typed) => {
    expect(parseShare(typed)).toEqual({ ok: false, fault });
    expect(await join(shares.keeper, typed)).toEqual({ ok: false, fault, share: 1 });
  });

  test('of a version to come is not guessed at', () => {
    const parsed = parseShare(shares.keeper);
    if (!parsed.ok) throw new Error('no share');
    expect(parseShare(spellShare({ ...parsed.share, holder: 'nobody' as 'keeper' }))).toEqual({
      ok: false,
      fault: 'unknown-version',
    });
  });
});
