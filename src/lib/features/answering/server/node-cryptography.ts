import { constants, createHmac, createPublicKey, createSecretKey, hash, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  credentialBytes,
  groupKeyBits,
  isBallotKeyNumber,
  prefixBytes,
  receiptText,
  signatureBytes,
  signedText,
} from '@lerend/ballot';
import type { BallotCryptography } from '@lerend/ballot';
import { nodeOpener } from './node-hpke.ts';

/** A point of P-256 as Node reads a key: this, then the 65 bytes (RFC 5480). */
const pointDer = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

const groupKeyExponent = 65537n;
const saltBytes = 48;

/** What `webCryptography` does, with Node's own functions and without waiting: at receipt and at the count. */
export const nodeCryptography: BallotCryptography = {
  credentialCheck: (spki) => {
    const key = groupKeyOf(spki);
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes };
    return ({ number, prefix, credential }) =>
      isBallotKeyNumber(number) &&
      prefix.length === prefixBytes &&
      credential.length === credentialBytes &&
      verify('sha384', Buffer.concat([prefix, number]), pss, credential);
  },

  isSigned: (place, sealed, signature) => {
    const key = isBallotKeyNumber(place.number) ? pointOf(place.number) : undefined;
    if (!key || signature.length !== signatureBytes) return false;
    const text = signedText(place, sha256(sealed));
    return verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },

  receiptMarkWith: (key) => {
    const secret = createSecretKey(key);
    return (place, { sealed, sealedOn }) =>
      createHmac('sha256', secret)
        .update(receiptText(place, sealedOn, sha256(sealed)))
        .digest();
  },

  openerWith: nodeOpener,
};

export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

function groupKeyOf(spki: Uint8Array): KeyObject {
  const key = publicKeyOf(spki);
  const { modulusLength, publicExponent } = key?.asymmetricKeyDetails ?? {};
  if (key?.asymmetricKeyType !== 'rsa' || modulusLength !== groupKeyBits || publicExponent !== groupKeyExponent)
    throw new TypeError(`a group's key has ${groupKeyBits} bits and exponent ${groupKeyExponent}`);
  return key;
}

function pointOf(number: Uint8Array): KeyObject | undefined {
  return publicKeyOf(Buffer.concat([pointDer, number]));
}

function publicKeyOf(der: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  } catch {
    // No key, or a point that isn't on the curve: nothing can have been signed with it.
    return undefined;
  }
}
