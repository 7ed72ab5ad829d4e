import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Context } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { OpeningKey } from '../contract.ts';
import { manifestMessages } from '../messages.ts';
import { manifestStore } from './store.ts';

/** Who can open the ballots of this peiling; null while nobody has made a key and it isn't open. */
export async function openingKeyOf(database: OrganisationDatabase, scanId: string): Promise<OpeningKey | null> {
  const kept = await manifestStore(database).openingKey(scanId);
  return kept ? { ...kept, publicKey: new Uint8Array(kept.publicKey) } : null;
}

/**
 * Keeps the public half of a key that was made on its keeper's own device. For `scan` only, within its command, while
 * the peiling is a draft; a second key takes the place of the first. False once the peiling was opened.
 */
export async function keepOpeningKey(
  database: OrganisationDatabase,
  { scanId, publicKey, keptBy }: { scanId: string; publicKey: Uint8Array; keptBy: string },
): Promise<boolean> {
  return (await manifestStore(database).keepOpeningKey(scanId, { kind: 'keeper', publicKey, keptBy })) !== undefined;
}

/** Takes the keeper's key back, for `opening-key` within its command, while the peiling is a draft. */
export async function dropOpeningKey(database: OrganisationDatabase, scanId: string): Promise<void> {
  await manifestStore(database).dropOpeningKey(scanId);
}

/**
 * The key that the ballots will be sealed to: the keeper's, or else one of the server's own, which is on the disk before
 * the peiling can be open. Where only keepers may open ballots, the second is refused.
 */
export async function sealingKey(inside: Context, scanId: string): Promise<OpeningKey> {
  const kept = await openingKeyOf(inside.database, scanId);
  if (kept?.kind === 'keeper') return kept;
  if (inside.anonymity === 'strict') throw new Refusal(409, manifestMessages(inside.language)('strict-needs-keeper'));
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  await inside.openingKeys.keep(scanId, rawKey(privateKey, 'pkcs8'));
  const own: OpeningKey = { kind: 'server', publicKey: rawKey(publicKey, 'spki'), keptBy: null };
  await manifestStore(inside.database).keepOpeningKey(scanId, own);
  return own;
}

const keyBytes = 32;
/** The fixed beginning of an X25519 private key in PKCS #8 (RFC 8410, section 7); its 32 bytes follow. */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Whether these 32 bytes are the private half of this key. */
export function isPrivateHalf(privateKey: Uint8Array, publicKey: Uint8Array): boolean {
  if (privateKey.length !== keyBytes) return false;
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, privateKey]), format: 'der', type: 'pkcs8' });
  return Buffer.from(rawKey(createPublicKey(key), 'spki')).equals(publicKey);
}

/** Its 32 bytes are the last ones of either encoding. */
function rawKey(key: KeyObject, type: 'spki' | 'pkcs8'): Uint8Array {
  const encoded = key.export({ type, format: 'der' } as { type: 'pkcs8'; format: 'der' });
  return new Uint8Array(encoded.subarray(encoded.length - keyBytes));
}
