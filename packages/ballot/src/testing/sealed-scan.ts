import {
  constants,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  privateDecrypt,
  randomBytes,
  webcrypto,
} from 'node:crypto';
import {
  blindNumber,
  encodeBallot,
  finishCredential,
  makeBallotKey,
  makeOpeningKey,
  sealBallot,
  signBallot,
} from '../index.ts';
import type { BallotKey, BallotKind, BallotTools, CountTools, FilledBallot, ReceivedBallot } from '../index.ts';

/** With which ballots are counted. */
export const countTools: CountTools = {
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};

/** Node's own cryptography and chance. */
export const nodeTools: BallotTools = {
  subtle: webcrypto.subtle as SubtleCrypto,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
};

export const definition = { form: 'pulse', instrumentVersion: '1.0.0', itemIds: ['SV1', 'MM1', 'PM1'] } as const;

export const filledBallot: FilledBallot = {
  form: 'pulse',
  instrumentVersion: '1.0.0',
  language: 'nl',
  speedBand: 'usual',
  answers: { SV1: 4, PM1: 'dont-know' },
};

export const groupIds = [1, 2, 3].map((group) => `00000000-0000-4000-8000-00000000000${group}`);

interface Wish {
  readonly groupId?: string | null;
  readonly key?: BallotKey;
  readonly counter?: number;
  readonly payload?: Uint8Array;
  readonly sealedOn?: ReceivedBallot['sealedOn'];
  /** What stands inside, where that isn't what stands outside. */
  readonly inside?: { scanId?: string; groupId?: string; number?: Uint8Array; counter?: number; kind?: BallotKind };
}

/** A peiling with keys of its own, and devices that answer in it. */
export async function sealedScan(kind: BallotKind = 'ballot', scanId = '00000000-0000-4000-8000-0000000000aa') {
  const { subtle } = nodeTools;
  const openingKey = await makeOpeningKey(subtle);
  const pairs = new Map((kind === 'words' ? ['words'] : groupIds).map((group) => [group, rsaPair()]));
  const groupKeys = new Map(Array.from(pairs, ([group, { spki }]) => [group, spki]));

  /** The ballot of one person, as it would be in the store; with the key that may replace it. */
  async function answered(wish: Wish = {}): Promise<ReceivedBallot & { key: BallotKey }> {
    const groupId = kind === 'words' ? null : (wish.groupId ?? groupIds[0] ?? null);
    const key = wish.key ?? (await makeBallotKey(subtle));
    const pair = pairs.get(groupId ?? 'words');
    if (!pair) throw new Error('no such group');
    const asked = await blindNumber(nodeTools, pair.spki, key.number);
    const blindSignature = privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, asked.blinded);
    const credential = await finishCredential(subtle, key.number, asked, blindSignature);
    if (!credential) throw new Error('no credential');
    const place = { kind, scanId, groupId, number: key.number, counter: wish.counter ?? 1 };
    const payload = wish.payload ?? encodeBallot(filledBallot);
    const sealed = await sealBallot(nodeTools, openingKey.publicKey, { ...place, ...wish.inside }, payload);
    const signature = await signBallot(subtle, key.privateKey, place, sealed);
    const { number, counter } = place;
    const sealedOn = wish.sealedOn ?? 'device';
    return { groupId, number, prefix: asked.prefix, credential, counter, sealed, signature, sealedOn, key };
  }

  return { kind, scanId, openingKey, groupKeys, answered };
}

function rsaPair() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return {
    spki: new Uint8Array(publicKey),
    privateKey: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
  };
}
