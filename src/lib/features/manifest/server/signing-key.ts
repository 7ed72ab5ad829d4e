import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Secrets } from '#lib/platform/secrets/index.ts';

/** The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410, section 7); its 32 bytes follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyBytes = 32;

/** The key with which this installation signs manifests: the same one always, made from its secret. */
function signingKey(secrets: Secrets): KeyObject {
  const key = Buffer.concat([pkcs8Head, secrets.keyFor('manifest')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** Its public half, 32 bytes. */
export function signerOf(secrets: Secrets): Uint8Array {
  const spki = createPublicKey(signingKey(secrets)).export({ type: 'spki', format: 'der' });
  return new Uint8Array(spki.subarray(spki.length - publicKeyBytes));
}

export function signManifest(secrets: Secrets, head: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, head, signingKey(secrets)));
}
