import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeOpeningKey, sealTo, webCryptography } from '@lerend/ballot';
import { nodeOpener, nodeSealer } from './node-hpke.ts';

const path = new URL('../../../../../packages/ballot/tests/vectors/rfc9180-a1.json', import.meta.url);
const vector = JSON.parse(readFileSync(path, 'utf8')) as Record<
  'info' | 'pkRm' | 'skRm' | 'enc' | 'pt' | 'aad' | 'ct',
  string
>;
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const key = { publicKey: bytes(vector.pkRm), privateKey: bytes(vector.skRm) };
const [sealed, info, bound] = [bytes(vector.enc + vector.ct), bytes(vector.info), bytes(vector.aad)];

describe('opening with Node’s own functions', () => {
  test('gives what RFC 9180, appendix A.1 gives', async () => {
    expect(await nodeOpener(key)(sealed, info, bound)).toEqual(bytes(vector.pt));
  });

  test('gives what the library sealed, of every length', async () => {
    const own = await makeOpeningKey(crypto.subtle);
    const tools = { subtle: crypto.subtle, randomBytes: (count: number) => new Uint8Array(randomBytes(count)) };
    const some = fc.uint8Array({ maxLength: 5000 });
    await fc.assert(
      fc.asyncProperty(some, fc.uint8Array({ maxLength: 40 }), async (text, place) => {
        const plain = new Uint8Array(text);
        const bindings = { info: new Uint8Array(place), bound: new Uint8Array(place.toReversed()) };
        const one = await sealTo(tools, own.publicKey, bindings, plain);
        expect(await nodeOpener(own)(one, bindings.info, bindings.bound)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  test('of anything else gives nothing: other key, info or binding, damage at every byte, a cut, a point of small order', async () => {
    const open = nodeOpener(key);
    for (let at = 0; at < sealed.length; at++) {
      const damaged = sealed.slice();
      // The highest bit of a one-time key isn't used (RFC 7748), yet it is bound to the seal as well.
      damaged[at] = (damaged[at] ?? 0) ^ 128;
      expect(await open(damaged, info, bound)).toBeUndefined();
    }
    expect(await open(sealed, bound, bound)).toBeUndefined();
    expect(await open(sealed, info, info)).toBeUndefined();
    expect(await open(sealed.subarray(0, 40), info, bound)).toBeUndefined();
    expect(await open(new Uint8Array(80), info, bound)).toBeUndefined();
    expect(await nodeOpener(await makeOpeningKey(crypto.subtle))(sealed, info, bound)).toBeUndefined();
    expect(() => nodeOpener({ ...key, privateKey: new Uint8Array(31) })).toThrow(TypeError);
    expect(() => nodeOpener({ ...key, publicKey: bytes(vector.enc) })).toThrow(TypeError);
  });
});

describe('sealing with Node’s own functions', () => {
  test('is opened by the library, of every length, and never twice alike', async () => {
    const own = await makeOpeningKey(crypto.subtle);
    const open = await webCryptography(crypto.subtle).openerWith(own);
    const seal = nodeSealer(own.publicKey);
    const some = fc.uint8Array({ maxLength: 5000 });
    await fc.assert(
      fc.asyncProperty(some, fc.uint8Array({ maxLength: 40 }), async (text, place) => {
        const plain = new Uint8Array(text);
        const where = { info: new Uint8Array(place), bound: new Uint8Array(place.toReversed()) };
        const one = await seal(plain, where);
        expect(await open(one, where.info, where.bound)).toEqual(plain);
        expect(await seal(plain, where)).not.toEqual(one);
      }),
      { numRuns: 50 },
    );
    expect(() => nodeSealer(new Uint8Array(31))).toThrow(TypeError);
  });
});
