import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { drawn } from './blind-signature.ts';
import type { BallotTools } from './blind-signature.ts';
import { joinBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';

/** An X25519 key, public or private. */
export const openingKeyBytes = 32;

/** What sealing adds: the one-time public key in front, and the tag at the end. */
export const encapsulationBytes = 32;
export const tagBytes = 16;

/** The key that ballots of one peiling are sealed to, and opened with. */
export interface OpeningKey {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/**
 * HPKE of RFC 9180 in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, the suite of its appendix A.1.
 * Everything is the browser's own; where it has no X25519 (Safari before 17), a library's is loaded for it.
 */
async function suiteFor(subtle: SubtleCrypto): Promise<CipherSuite> {
  const kem = (await hasX25519(subtle))
    ? new DhkemX25519HkdfSha256()
    : new (await import('@hpke/dhkem-x25519')).DhkemX25519HkdfSha256();
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
}

const probes = new WeakMap<SubtleCrypto, Promise<boolean>>();

function hasX25519(subtle: SubtleCrypto): Promise<boolean> {
  const probe =
    probes.get(subtle) ??
    subtle.generateKey('X25519', false, ['deriveBits']).then(
      () => true,
      () => false,
    );
  probes.set(subtle, probe);
  return probe;
}

/** A fresh opening key. */
export async function makeOpeningKey(subtle: SubtleCrypto): Promise<{ publicKey: Bytes; privateKey: Bytes }> {
  const { kem } = await suiteFor(subtle);
  const pair = await kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await kem.serializePrivateKey(pair.privateKey)),
  };
}

/** Seals to a public opening key: one-time key ‖ ciphertext ‖ tag. Its chance is 32 bytes; a key that is none is a TypeError. */
export async function sealTo(
  { subtle, randomBytes }: BallotTools,
  publicKey: Uint8Array,
  { info, bound }: { readonly info: Bytes; readonly bound: Bytes },
  plaintext: Bytes,
): Promise<Bytes> {
  const suite = await suiteFor(subtle);
  const recipientPublicKey = await suite.kem.deserializePublicKey(joinBytes(publicKey)).catch(() => undefined);
  if (!recipientPublicKey) throw new TypeError('this is no opening key');
  const ekm = joinBytes(drawn(randomBytes, encapsulationBytes)).buffer;
  const sender = await suite.createSenderContext({ recipientPublicKey, info, ekm });
  return joinBytes(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(plaintext, bound)));
}

/** Opens what was sealed to this key for exactly this info and these bound bytes; anything else gives undefined. */
export type Opener = (sealed: Uint8Array, info: Bytes, bound: Bytes) => Bytes | undefined | Promise<Bytes | undefined>;

/** Reads the key once, for many ballots. A key that is none is a TypeError. */
export async function openerWith(subtle: SubtleCrypto, { publicKey, privateKey }: OpeningKey): Promise<Opener> {
  const suite = await suiteFor(subtle);
  const recipientKey = await Promise.all([
    suite.kem.deserializePublicKey(joinBytes(publicKey)),
    suite.kem.deserializePrivateKey(joinBytes(privateKey)),
  ]).then(
    ([publicHalf, privateHalf]) => ({ publicKey: publicHalf, privateKey: privateHalf }),
    (cause: unknown) => {
      throw new TypeError('this is no opening key', { cause });
    },
  );
  return async (sealed, info, bound) => {
    const enc = joinBytes(sealed.subarray(0, encapsulationBytes));
    const ciphertext = joinBytes(sealed.subarray(encapsulationBytes));
    const opened = await suite.open({ recipientKey, enc, info }, ciphertext, bound).catch(() => undefined);
    return opened && new Uint8Array(opened);
  };
}

/** Whether this private key opens what is sealed to this public key. */
export async function isKeyPair(subtle: SubtleCrypto, key: OpeningKey): Promise<boolean> {
  const nothing = new Uint8Array();
  const place = { info: nothing, bound: nothing };
  // The chance may be known: what is sealed here says nothing and goes nowhere.
  const tools = { subtle, randomBytes: (count: number) => new Uint8Array(count) };
  const open = await openerWith(subtle, key);
  const opened = await open(await sealTo(tools, key.publicKey, place, nothing), nothing, nothing);
  return opened !== undefined;
}
