import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  decapsulate,
  encapsulate,
  hkdfSync,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Opener, OpeningKey, Sealer } from '@lerend/ballot';

/** X25519 keys as Node reads them: this, then the 32 bytes (RFC 8410). */
const publicDer = Buffer.from('302a300506032b656e032100', 'hex');
const privateDer = Buffer.from('302e020100300506032b656e04220420', 'hex');

const keyBytes = 32;
const tagBytes = 16;
const nonceBytes = 12;
const cipher = 'aes-128-gcm';
const cipherKeyBytes = 16;

const suite = Buffer.concat([Buffer.from('HPKE'), Buffer.of(0, 0x20, 0, 1, 0, 1)]);
const nothing = Buffer.alloc(0);

/**
 * Opens what `sealBallot` seals (HPKE of RFC 9180, base mode, the suite of appendix A.1) with Node's own functions, of
 * which one is the whole of the RFC's KEM: a seventh of the processor time that the same takes by way of the Web
 * Cryptography API, of which one ballot needs seventeen calls. A key that is none is a TypeError.
 */
export function nodeOpener({ publicKey, privateKey }: OpeningKey): Opener {
  const own = privateKeyOf(privateKey);
  // Once, aloud: later a seal that doesn't open is taken for one that was made for nobody.
  const { sharedKey, ciphertext } = encapsulate(publicKeyOf(publicKey));
  if (!decapsulate(own, ciphertext).equals(sharedKey)) throw new TypeError('these are no halves of an opening key');
  const scheduleOf = lastOf(keySchedule);
  return (sealed, info, bound) => {
    const shared = decapsulated(own, sealed.subarray(0, keyBytes));
    return shared && decrypted({ ...scheduleOf(info)(shared), bound }, sealed.subarray(keyBytes));
  };
}

/** Seals as `sealBallot` does, with Node's own functions: for what comes in without script. A key that is none is a TypeError. */
export function nodeSealer(publicKey: Uint8Array): Sealer {
  const theirs = publicKeyOf(publicKey);
  return (plaintext, { info, bound }) => {
    const { sharedKey, ciphertext: oneTime } = encapsulate(theirs);
    const { key, nonce } = keySchedule(info)(sharedKey);
    const encrypt = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(bound);
    return new Uint8Array(Buffer.concat([oneTime, encrypt.update(plaintext), encrypt.final(), encrypt.getAuthTag()]));
  };
}

/**
 * The key schedule of RFC 9180, section 5.1, in base mode. Its LabeledExtract of the secret and a LabeledExpand are
 * together one HKDF (RFC 5869), of which the shared secret is the salt.
 */
function keySchedule(info: Uint8Array) {
  const context = Buffer.concat([Buffer.of(0), hashOf('psk_id_hash', nothing), hashOf('info_hash', info)]);
  const material = createSecretKey(labelled('secret'));
  const expanded = (label: string, length: number) => {
    const where = Buffer.concat([Buffer.of(0, length), labelled(label), context]);
    return (shared: Uint8Array) => new Uint8Array(hkdfSync('sha256', material, shared, where, length));
  };
  const keyFrom = expanded('key', cipherKeyBytes);
  const nonceFrom = expanded('base_nonce', nonceBytes);
  return (shared: Uint8Array) => ({ key: keyFrom(shared), nonce: nonceFrom(shared) });
}

/** What a label becomes in LabeledExtract and LabeledExpand of RFC 9180, section 4. */
function labelled(label: string): Buffer {
  return Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label)]);
}

/** LabeledExtract without a salt. */
function hashOf(label: string, material: Uint8Array): Buffer {
  return createHmac('sha256', nothing).update(labelled(label)).update(material).digest();
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  if (bytes.length !== keyBytes) throw new TypeError('this is no opening key');
  return createPublicKey({ key: Buffer.concat([publicDer, bytes]), format: 'der', type: 'spki' });
}

function privateKeyOf(bytes: Uint8Array) {
  if (bytes.length !== keyBytes) throw new TypeError('this is no opening key');
  return createPrivateKey({ key: Buffer.concat([privateDer, bytes]), format: 'der', type: 'pkcs8' });
}

/** Decap of RFC 9180, section 4.1; undefined when the one-time key is no key. */
function decapsulated(privateKey: KeyObject, oneTime: Uint8Array): Uint8Array | undefined {
  try {
    return decapsulate(privateKey, oneTime);
  } catch {
    // No point of the curve, or one of small order: it was sealed for nobody.
    return undefined;
  }
}

/** Remembers the last answer: all ballots of a kind in a peiling are sealed for the same info. */
function lastOf<Made>(make: (info: Uint8Array) => Made): (info: Uint8Array) => Made {
  let last: { readonly info: Uint8Array; readonly made: Made } | undefined;
  return (info) => {
    if (!last || Buffer.compare(last.info, info) !== 0) last = { info: Uint8Array.from(info), made: make(info) };
    return last.made;
  };
}

function decrypted(
  { key, nonce, bound }: { key: Uint8Array; nonce: Uint8Array; bound: Uint8Array },
  sealed: Uint8Array,
) {
  if (sealed.length < tagBytes) return undefined;
  const decipher = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(bound).setAuthTag(sealed.subarray(-tagBytes));
  const { buffer, byteOffset, length } = decipher.update(sealed.subarray(0, -tagBytes));
  try {
    decipher.final(); // In this mode nothing is left to come out; it tells whether the tag is right.
    return new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
  } catch {
    // Another key, info or bound text, or damaged: the caller counts it as not sealed for this.
    return undefined;
  }
}
