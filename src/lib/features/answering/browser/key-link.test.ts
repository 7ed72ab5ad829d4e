import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBallotKey, toBase64url } from '@lerend/ballot';
import { broughtKey, isKeyLink, keyHash } from './key-link.ts';
import { mostInQr } from './link-panel.ts';
import { broughtByAddress } from './read-code.ts';
import type { BallotKeys, Sealing } from './sealing.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const drawn = (count: number) => toBase64url(webcrypto.getRandomValues(new Uint8Array(count)));
const scanId = '0198c0de-0000-7000-8000-0000000000aa';

async function keys(): Promise<BallotKeys> {
  const { number, privateKey } = await makeBallotKey(subtle);
  const proof = { prefix: drawn(32), credential: drawn(256) };
  return { number: toBase64url(number), privateKey: toBase64url(privateKey), seed: drawn(32), proof };
}

let sealing: Sealing;
let hash: string;
beforeAll(async () => {
  const place = { scanId, groupId: '0198c0de-0000-7000-8000-00000000f00d', openingKey: drawn(32) };
  sealing = { place, counter: 70_000, ballot: await keys(), words: await keys() };
  hash = (await keyHash(subtle, sealing)) ?? '';
});

describe('the key of a ballot behind the # of an address', () => {
  test('brings all that it takes to replace both ballots, and nothing of what was answered', () => {
    const { ballot, words } = sealing;
    const brought = { ...sealing, ballot: { ...ballot, seed: '' }, words: { ...words, seed: '' } };
    expect(broughtKey(`#${hash}`, scanId)).toEqual({ ok: true, sealing: brought });
    expect(broughtKey(encodeURIComponent(hash), scanId)).toEqual({ ok: true, sealing: brought });
  });

  test('brings one ballot where there are no words', async () => {
    const alone = await keyHash(subtle, { ...sealing, words: null });
    expect(broughtKey(`#${alone}`, scanId)).toMatchObject({ ok: true, sealing: { words: null, counter: 70_000 } });
  });

  test('fits in a QR code that a telephone reads, at an address of some length', () => {
    const address = 'https://leren.gemeente-voorbeeld.example/s/ABCD2345?language=nl#';
    expect(address.length + hash.length).toBeLessThanOrEqual(mostInQr);
  });

  test('isn’t made before there is a proof', async () => {
    expect(await keyHash(subtle, { ...sealing, ballot: { ...sealing.ballot, proof: null } })).toBeUndefined();
    expect(await keyHash(subtle, { ...sealing, words: { ...sealing.ballot, proof: null } })).toBeUndefined();
  });

  test('that was cut off, or of which one character changed, is refused as it arrives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: hash.length - 1 }), fc.constantFrom('A', 'z', '_'), (at, other) => {
        const changed = hash.slice(0, at) + other + hash.slice(at + 1);
        fc.pre(changed !== hash);
        expect(broughtKey(`#${changed}`, scanId)).toEqual({ ok: false, fault: 'key-damaged' });
        expect(broughtKey(`#${hash.slice(0, at)}`, scanId)).toEqual({ ok: false, fault: 'key-damaged' });
      }),
    );
  });

  test('of another peiling says so', () => {
    expect(broughtKey(`#${hash}`, sealing.place.groupId)).toEqual({ ok: false, fault: 'key-foreign' });
  });

  test.each(['', '#', '#7KQM-3XWD-0A2C', '#7KQM-3XWD-0A2C~7KQM-3XWD-0A2C-9F3T', '#k1', '#%'])('is not %j', (other) => {
    expect(isKeyLink(other)).toBe(false);
    expect(broughtKey(other, scanId)).toBeUndefined();
  });

  test('is no code of an invitation', () => {
    expect(broughtByAddress(`#${hash}`).code).toBe('');
  });
});
