import { createCipheriv, createDecipheriv, createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Secrets } from '#lib/platform/secrets/index.ts';

const generate = promisify(generateKeyPair);

/** RFC 9474 wants RSA; 2048 bits are beyond reach for as long as a peiling takes. */
const modulusBits = 2048;
const ivBytes = 12;
const tagBytes = 16;

/** What a key is for: a reporting group of a peiling, or its words. */
export interface KeyPlace {
  readonly scanId: string;
  readonly groupId: string;
}

export interface WrappedPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** The private half under the installation's secret, bound to its place. */
  readonly wrappedKey: Uint8Array;
}

/** A new key pair; made on the thread pool, so that nobody waits for it. */
export async function makeKeyPair(secrets: Secrets, place: KeyPlace): Promise<WrappedPair> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: modulusBits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey: new Uint8Array(publicKey), wrappedKey: wrap(secrets, place, privateKey) };
}

export function unwrap(secrets: Secrets, place: KeyPlace, wrapped: Uint8Array): KeyObject {
  const decipher = createDecipheriv('aes-256-gcm', secrets.keyFor('group-key'), wrapped.subarray(0, ivBytes));
  decipher.setAAD(aadOf(place));
  decipher.setAuthTag(wrapped.subarray(wrapped.length - tagBytes));
  const sealed = wrapped.subarray(ivBytes, wrapped.length - tagBytes);
  const key = Buffer.concat([decipher.update(sealed), decipher.final()]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

function wrap(secrets: Secrets, place: KeyPlace, key: Buffer): Uint8Array {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', secrets.keyFor('group-key'), iv);
  cipher.setAAD(aadOf(place));
  return new Uint8Array(Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]));
}

const aadOf = ({ scanId, groupId }: KeyPlace): Buffer => Buffer.from(`${scanId}/${groupId}`);
