import { fromBase64url } from './base64url.ts';
import { joinBytes } from './byte-strings.ts';
import { manifestFingerprint } from './fingerprint.ts';
import { isGroupInManifest, isHashOf } from './manifest.ts';
import type { GroupPath, ManifestGroup, ManifestHead } from './manifest.ts';
import { readManifestHead } from './read-manifest-head.ts';

const signing = 'Ed25519';

/** `cannot-check`: this browser has no Ed25519. The fingerprint still tells whether it is the manifest that was announced. */
export type SignatureCheck = 'valid' | 'invalid' | 'cannot-check';

/** Whether the installation's key (32 bytes) signed these bytes. */
export async function checkManifestSignature(
  subtle: SubtleCrypto,
  head: Uint8Array,
  signature: Uint8Array,
  signer: Uint8Array,
): Promise<SignatureCheck> {
  try {
    const key = await subtle.importKey('raw', joinBytes(signer), signing, false, ['verify']);
    return (await subtle.verify(signing, key, joinBytes(signature), joinBytes(head))) ? 'valid' : 'invalid';
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotSupportedError') return 'cannot-check';
    return 'invalid';
  }
}

export type ManifestFault = 'manifest-unreadable' | 'bad-signature' | 'another-fingerprint' | 'another-scan';

export type CheckedManifest =
  | { readonly ok: true; readonly head: ManifestHead; readonly fingerprint: string; readonly signature: SignatureCheck }
  | { readonly ok: false; readonly fault: ManifestFault };

/** What somebody knows beforehand: the peiling's code in the address, and the fingerprint from a card, letter or mail. */
export interface ExpectedManifest {
  readonly code: string;
  readonly fingerprint: string | null;
}

/** Whether this is a manifest, of this peiling, signed by its signer, with the fingerprint that was announced. */
export async function checkManifest(
  subtle: SubtleCrypto,
  { head: bytes, signature }: { readonly head: Uint8Array; readonly signature: Uint8Array },
  expected: ExpectedManifest,
): Promise<CheckedManifest> {
  const read = readManifestHead(bytes);
  if (!read.ok) return { ok: false, fault: 'manifest-unreadable' };
  const { head } = read;
  const check = await checkManifestSignature(subtle, bytes, signature, fromBase64url(head.signer) ?? new Uint8Array());
  if (check === 'invalid') return { ok: false, fault: 'bad-signature' };
  if (head.code !== expected.code) return { ok: false, fault: 'another-scan' };
  const fingerprint = await manifestFingerprint(subtle, bytes);
  if (expected.fingerprint !== null && expected.fingerprint !== fingerprint)
    return { ok: false, fault: 'another-fingerprint' };
  return { ok: true, head, fingerprint, signature: check };
}

/** What the server answers to a code: which group, and the keys to ask a credential with. */
export interface GroupAnswer {
  readonly manifest: { readonly head: Uint8Array; readonly signature: Uint8Array };
  readonly group: ManifestGroup;
  readonly path: GroupPath;
  /** SPKI of the group's key. */
  readonly key: Uint8Array;
  /** SPKI of the key for answers in words; null when the form asks for none. */
  readonly wordsKey: Uint8Array | null;
}

export type GroupAnswerFault =
  ManifestFault | 'group-not-in-manifest' | 'key-not-in-manifest' | 'words-key-not-in-manifest';

export type CheckedGroup =
  | (Extract<CheckedManifest, { ok: true }> & { readonly group: ManifestGroup })
  | { readonly ok: false; readonly fault: GroupAnswerFault };

/**
 * All that a device checks before it asks for a credential: no key is used that the manifest doesn't fix for everyone of
 * this group. A key for one person alone is thus seen by whoever compares fingerprints; it isn't prevented.
 */
export async function checkGroupAnswer(
  subtle: SubtleCrypto,
  { manifest, group, path, key, wordsKey }: GroupAnswer,
  expected: ExpectedManifest,
): Promise<CheckedGroup> {
  const checked = await checkManifest(subtle, manifest, expected);
  if (!checked.ok) return checked;
  const { head } = checked;
  if (!(await isGroupInManifest(subtle, head, group, path))) return { ok: false, fault: 'group-not-in-manifest' };
  if (!(await isHashOf(subtle, key, group.key))) return { ok: false, fault: 'key-not-in-manifest' };
  const isWordsKeyRight = wordsKey === null ? head.wordsKey === null : await isHashOf(subtle, wordsKey, head.wordsKey);
  return isWordsKeyRight ? { ...checked, group } : { ok: false, fault: 'words-key-not-in-manifest' };
}
