import { constants, createPublicKey, privateDecrypt, publicEncrypt, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const modulusBytes = 256;
/** RSABSSA-SHA384-PSS-Randomized: the salt is as long as the hash. */
const saltBytes = 48;
const padding = constants.RSA_NO_PADDING;

/**
 * RFC 9474, section 4.3: the raw RSA signature under a blinded message, with the check of our own result that it asks
 * for (a slip of the processor would give the key away). A RangeError for what is no blinded message under this key.
 */
export function signBlinded(privateKey: KeyObject, blinded: Uint8Array): Uint8Array {
  if (blinded.length !== modulusBytes) throw new RangeError('a blinded number has 256 bytes');
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key: privateKey, padding }, blinded);
  } catch (cause) {
    throw new RangeError('a blinded number is less than the modulus', { cause });
  }
  const opened = publicEncrypt({ key: publicHalf(privateKey), padding }, signature);
  if (!opened.equals(blinded)) throw new Error('the signature that was made does not hold');
  return new Uint8Array(signature);
}

const publicHalves = new WeakMap<KeyObject, KeyObject>();

function publicHalf(privateKey: KeyObject): KeyObject {
  const known = publicHalves.get(privateKey) ?? createPublicKey(privateKey);
  publicHalves.set(privateKey, known);
  return known;
}

/** The same credential, for a number that the server itself drew: nobody can tell it from one that was blinded. */
export function signNumber(privateKey: KeyObject, message: Uint8Array): Uint8Array {
  const key = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes };
  return new Uint8Array(sign('sha384', message, key));
}
