import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  randomBytes,
  verify,
  webcrypto,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blindMessage, prepareMessage, unblind } from './blind-signature.ts';
import { blindNumber, finishCredential, importGroupKey, makeBallotKey, verifyCredential } from './index.ts';
import type { BallotTools } from './index.ts';
import { inverseModulo, powerModulo } from './whole-numbers.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const tools: BallotTools = { subtle, randomBytes: (count) => new Uint8Array(randomBytes(count)) };
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replace(/^0x/, ''), 'hex'));
const hex = (some: Uint8Array) => Buffer.from(some).toString('hex');

/** RFC 9474, appendix A, as handed to us. */
const vector = JSON.parse(
  readFileSync(new URL('../tests/vectors/rfc9474-appendix-a.json', import.meta.url), 'utf8'),
) as Record<
  'n' | 'e' | 'd' | 'msg' | 'msg_prefix' | 'input_msg' | 'salt' | 'inv' | 'blinded_msg' | 'blind_sig' | 'sig',
  string
>;
const vectorKey = { modulus: BigInt(vector.n), exponent: BigInt(vector.e), bits: BigInt(vector.n).toString(2).length };

const keysOfAGroup = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }));
const group = keysOfAGroup();
const spki = spkiOf(group.publicKey);
const raw = (key: KeyObject) => ({ key, padding: constants.RSA_NO_PADDING });

async function credentialFor(number: Uint8Array) {
  const asked = await blindNumber(tools, spki, number);
  const signature = privateDecrypt(raw(group.privateKey), asked.blinded);
  const credential = await finishCredential(subtle, number, asked, signature);
  if (!credential) throw new Error('no credential');
  return { number, prefix: asked.prefix, credential };
}

describe('RFC 9474, appendix A', () => {
  test('the prepared message is the prefix and the message', () => {
    expect(hex(prepareMessage(bytes(vector.msg_prefix), bytes(vector.msg)))).toBe(hex(bytes(vector.input_msg)));
  });

  test('the same salt and factor give the RFC’s blinded message and inverse', async () => {
    const inverse = BigInt(vector.inv);
    const factor = inverseModulo(inverse, vectorKey.modulus) ?? 0n;
    const chance = [bytes(vector.salt), bytes(factor.toString(16).padStart(1024, '0'))];
    const blinded = await blindMessage(
      { subtle, randomBytes: (count) => chance.shift() ?? new Uint8Array(count) },
      vectorKey,
      bytes(vector.input_msg),
    );
    expect(hex(blinded.blinded)).toBe(hex(bytes(vector.blinded_msg)));
    expect(hex(blinded.inverse)).toBe(inverse.toString(16).padStart(1024, '0'));
  });

  test.each([
    ['chance', { modulus: 3n * (1n << 2046n) + 3n, bits: 2048 }, 3n],
    // Every encoded message ends in 0xbc, and so is even.
    ['message', { modulus: (1n << 2047n) + 2n, bits: 2048 }, 1n],
  ])('a %s that shares a factor with the key is refused', async (_, key, factor) => {
    const chance = [new Uint8Array(48), bytes(factor.toString(16).padStart(512, '0'))];
    const randomBytes = (count: number) => chance.shift() ?? new Uint8Array(count);
    await expect(blindMessage({ subtle, randomBytes }, { ...key, exponent: 65_537n }, bytes('00'))).rejects.toThrow(
      'shares a factor with the key',
    );
  });

  test('the RFC’s blind signature gives the RFC’s signature', () => {
    const blindSignature = powerModulo(
      BigInt(`0x${hex(bytes(vector.blinded_msg))}`),
      BigInt(vector.d),
      vectorKey.modulus,
    );
    expect(blindSignature).toBe(BigInt(`0x${hex(bytes(vector.blind_sig))}`));
    const inverse = bytes(BigInt(vector.inv).toString(16).padStart(1024, '0'));
    expect(hex(unblind(vectorKey, bytes(vector.blind_sig), inverse))).toBe(hex(bytes(vector.sig)));
  });
});

describe('a credential', () => {
  test('is a plain RSASSA-PSS signature: Node verifies it without knowing how it came about', async () => {
    const { number } = await makeBallotKey(subtle);
    const { prefix, credential } = await credentialFor(number);
    const pss = {
      key: createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    };
    expect(verify('sha384', Buffer.concat([prefix, number]), pss, credential)).toBe(true);
    expect(verify('sha384', Buffer.concat([number, prefix]), pss, credential)).toBe(false);
    expect(
      await verifyCredential(subtle, (await importGroupKey(subtle, spki)).key, { number, prefix, credential }),
    ).toBe(true);
  });

  test('is taken by the other implementation of the RFC, and the other way around', async () => {
    const suite = RSABSSA.SHA384.PSS.Randomized();
    const { number } = await makeBallotKey(subtle);
    const ours = await credentialFor(number);
    const groupKey = await importGroupKey(subtle, spki);
    const { key } = groupKey;
    expect(await suite.verify(key, ours.credential, prepareMessage(ours.prefix, number))).toBe(true);

    const prepared = suite.prepare(number);
    const { blindedMsg, inv } = await suite.blind(key, prepared);
    const signature = privateDecrypt(raw(group.privateKey), blindedMsg);
    const theirs = await finishCredential(
      subtle,
      number,
      { groupKey, prefix: prepared.slice(0, 32), inverse: inv as Uint8Array<ArrayBuffer> },
      signature,
    );
    expect(theirs).toEqual(await suite.finalize(key, prepared, new Uint8Array(signature), inv));
  });

  test('is asked for with the same bytes again when chance is the same', async () => {
    const { number } = await makeBallotKey(subtle);
    const again = (): BallotTools => {
      let drawn = 0;
      return {
        subtle,
        randomBytes: (count) => Uint8Array.from({ length: count }, (_, at) => (17 * at + 3 * count + drawn++) & 127),
      };
    };
    const [one, other] = [await blindNumber(again(), spki, number), await blindNumber(again(), spki, number)];
    expect(one).toEqual(other);
    expect((await blindNumber(tools, spki, number)).blinded).not.toEqual(one.blinded);
  });

  test('does not come out of a signature on something else, by another key, or of another length', async () => {
    const { number } = await makeBallotKey(subtle);
    const asked = await blindNumber(tools, spki, number);
    const signature = privateDecrypt(raw(group.privateKey), asked.blinded);
    const finished = (with_: Uint8Array, inverse = asked.inverse) =>
      finishCredential(subtle, number, { ...asked, inverse }, with_);
    expect(await finished(signature)).toBeDefined();
    expect(
      await finished(
        privateDecrypt(raw(keysOfAGroup().privateKey), Buffer.concat([Buffer.alloc(1), asked.blinded.slice(1)])),
      ),
    ).toBeUndefined();
    expect(await finished(signature.subarray(1))).toBeUndefined();
    expect(await finished(Buffer.alloc(256, 0))).toBeUndefined();
    expect(await finished(signature, new Uint8Array(256).fill(1) as typeof asked.inverse)).toBeUndefined();
  });

  test('changed in any byte, or laid beside another number, prefix or key, is none', async () => {
    const { number } = await makeBallotKey(subtle);
    const right = await credentialFor(number);
    const { key } = await importGroupKey(subtle, spki);
    const { key: otherKey } = await importGroupKey(subtle, spkiOf(keysOfAGroup().publicKey));
    expect(await verifyCredential(subtle, key, right)).toBe(true);
    expect(await verifyCredential(subtle, otherKey, right)).toBe(false);
    expect(await verifyCredential(subtle, key, { ...right, number: (await makeBallotKey(subtle)).number })).toBe(false);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('number' as const, 'prefix' as const, 'credential' as const),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (part, at, change) => {
          const other = new Uint8Array(right[part]);
          other[at % other.length] = (other[at % other.length] ?? 0) ^ change;
          expect(await verifyCredential(subtle, key, { ...right, [part]: other })).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is never of another length', async () => {
    const right = await credentialFor((await makeBallotKey(subtle)).number);
    const { key } = await importGroupKey(subtle, spki);
    for (const part of ['number', 'prefix', 'credential'] as const)
      expect(await verifyCredential(subtle, key, { ...right, [part]: right[part].subarray(1) })).toBe(false);
  });
});

describe('a group’s key', () => {
  test('is an RSA key of 2,048 bits with the usual exponent, and nothing else', async () => {
    const refused = [
      generateKeyPairSync('rsa', { modulusLength: 3072 }).publicKey,
      generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey,
      generateKeyPairSync('ed25519').publicKey,
    ].map(spkiOf);
    for (const key of [...refused, Uint8Array.of(1, 2, 3)])
      await expect(importGroupKey(subtle, key)).rejects.toThrow(TypeError);
    await expect(importGroupKey(subtle, spki)).resolves.toBeDefined();
  });

  test('signs no number that is none, and no chance that is too short', async () => {
    const { number } = await makeBallotKey(subtle);
    await expect(blindNumber(tools, spki, number.subarray(1))).rejects.toThrow(RangeError);
    await expect(blindNumber({ subtle, randomBytes: () => new Uint8Array(31) }, spki, number)).rejects.toThrow(
      '31 random bytes',
    );
  });
});
