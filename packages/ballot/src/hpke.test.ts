import { randomBytes, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openerWith, sealTo } from './hpke.ts';
import { makeOpeningKey } from './index.ts';

const native = webcrypto.subtle as SubtleCrypto;
/** A browser without X25519: the library's curve has to do it. */
const withoutX25519 = {
  generateKey: () => Promise.reject(new DOMException('', 'NotSupportedError')),
} as unknown as SubtleCrypto;

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (some: Uint8Array | undefined) => Buffer.from(some ?? []).toString('hex');
const vector = JSON.parse(readFileSync(new URL('../tests/vectors/rfc9180-a1.json', import.meta.url), 'utf8')) as Record<
  'info' | 'ikmE' | 'pkRm' | 'skRm' | 'enc' | 'pt' | 'aad' | 'ct',
  string
>;
const key = { publicKey: bytes(vector.pkRm), privateKey: bytes(vector.skRm) };
const [info, bound] = [bytes(vector.info), bytes(vector.aad)];

describe.each([
  ['the browser’s own X25519', native],
  ['the library’s X25519', withoutX25519],
])('sealing with %s', (_, subtle) => {
  test('gives what RFC 9180, appendix A.1 gives', async () => {
    const sealed = await sealTo(
      { subtle, randomBytes: () => bytes(vector.ikmE) },
      key.publicKey,
      { info, bound },
      bytes(vector.pt),
    );
    expect(hex(sealed)).toBe(vector.enc + vector.ct);
    const open = await openerWith(subtle, key);
    expect(hex(await open(bytes(vector.enc + vector.ct), info, bound))).toBe(vector.pt);
  });

  test('is opened by this key alone, for this info and these bound bytes alone', async () => {
    const tools = { subtle, randomBytes: (count: number) => new Uint8Array(randomBytes(count)) };
    const [own, other] = [await makeOpeningKey(subtle), await makeOpeningKey(subtle)];
    const sealed = await sealTo(tools, own.publicKey, { info, bound }, bytes(vector.pt));
    const open = await openerWith(subtle, own);
    expect(hex(await open(sealed, info, bound))).toBe(vector.pt);
    expect(await (await openerWith(subtle, other))(sealed, info, bound)).toBeUndefined();
    expect(await open(sealed, bound, bound)).toBeUndefined();
    expect(await open(sealed, info, info)).toBeUndefined();
    expect(await open(sealed.subarray(0, 40), info, bound)).toBeUndefined();
  });

  test('is never twice the same, and refuses what is no key', async () => {
    const tools = { subtle, randomBytes: (count: number) => new Uint8Array(randomBytes(count)) };
    const seal = (publicKey: Uint8Array) => sealTo(tools, publicKey, { info, bound }, bytes(vector.pt));
    expect(hex(await seal(key.publicKey))).not.toBe(hex(await seal(key.publicKey)));
    await expect(seal(key.publicKey.subarray(1))).rejects.toThrow(TypeError);
    await expect(openerWith(subtle, { ...key, privateKey: new Uint8Array(31) })).rejects.toThrow(TypeError);
  });
});
