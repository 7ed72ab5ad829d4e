import {
  blindNumber,
  checkGroupAnswer,
  encodeWithdrawal,
  finishCredential,
  fromBase64url,
  makeBallotKey,
  parseFingerprint,
  privateScalar,
  sealBallot,
  sha256,
  signBallot,
  toBase64url,
  withdrawalSecret,
} from '@lerend/ballot';
import type { BallotKind, BlindedNumber, RandomBytes } from '@lerend/ballot';
import type { GroupAnswer, SealedBallot } from '../contract-line.ts';
import type { BallotKeys, BallotMaker, BallotPlace, Prepared, Sealed, Sealing, ToCheck, ToSeal } from './sealing.ts';

export interface MakerTools {
  readonly subtle: SubtleCrypto;
  readonly randomBytes: RandomBytes;
}

const seedBytes = 32;

/** As much chance as HKDF gives of one seed: for a blinding, thirty tries at a factor below the key. */
const drawnFromSeed = 255 * 32;

/** Gives the number of these keys as it was, or is, hidden for a group's key. */
type Blinding = (keys: BallotKeys, groupKey: string) => Promise<BlindedNumber>;

/** Makes ballots that nobody can read before the opening and that are nobody's. Runs in the worker, and in tests. */
export function ballotMaker(tools: MakerTools): BallotMaker {
  // Most devices finish with what they began with: the seed is for those that were closed in between.
  const begun = new Map<string, Promise<BlindedNumber>>();
  const nameOf = ({ seed }: BallotKeys, groupKey: string) => `${seed} ${groupKey}`;
  const begin: Blinding = (keys, groupKey) => {
    const blinding = blindedOf(tools, keys, groupKey);
    begun.set(nameOf(keys, groupKey), blinding);
    return blinding;
  };
  const finish: Blinding = (keys, groupKey) => begun.get(nameOf(keys, groupKey)) ?? blindedOf(tools, keys, groupKey);
  return {
    prepare: (toCheck) => prepare(tools, begin, toCheck),
    seal: (toSeal) => seal(tools, finish, toSeal).finally(() => begun.clear()),
  };
}

async function prepare(
  tools: MakerTools,
  begin: Blinding,
  { group: answer, scanCode, fingerprint, openingKey, sealing }: ToCheck,
): Promise<Prepared> {
  const checked = await checkGroupAnswer(tools.subtle, asBytes(answer), {
    code: scanCode,
    // One that can't be read is another one: it was cut off, or changed.
    fingerprint: fingerprint === '' ? null : (parseFingerprint(fingerprint) ?? fingerprint),
  });
  if (!checked.ok) {
    const isOther = checked.fault === 'another-fingerprint';
    return { ok: false, fault: isOther ? 'other-fingerprint' : 'not-as-fixed' };
  }
  const { head, group } = checked;
  if (head.openingKey.kind !== openingKey) return { ok: false, fault: 'not-as-fixed' };
  const place: BallotPlace = { scanId: head.scan, groupId: group.id, openingKey: head.openingKey.publicKey };
  const { key, wordsKey } = answer;
  const ballot = sealing?.ballot ?? (await newKeys(tools));
  const words = wordsKey === null ? null : (sealing?.words ?? (await newKeys(tools)));
  return {
    ok: true,
    sealing: { place, counter: sealing?.counter ?? 0, ballot, words },
    blinded: toBase64url((await begin(ballot, key)).blinded),
    blindedWords: words && wordsKey !== null ? toBase64url((await begin(words, wordsKey)).blinded) : null,
  };
}

async function newKeys({ subtle, randomBytes }: MakerTools): Promise<BallotKeys> {
  const { number, privateKey } = await makeBallotKey(subtle);
  return {
    number: toBase64url(number),
    privateKey: toBase64url(privateKey),
    seed: toBase64url(randomBytes(seedBytes)),
    proof: null,
  };
}

/** The number, blinded with the chance that the seed holds: again and again the same. */
async function blindedOf(
  { subtle }: MakerTools,
  { number, seed }: BallotKeys,
  groupKey: string,
): Promise<BlindedNumber> {
  const key = await subtle.importKey('raw', bytes(seed), 'HKDF', false, ['deriveBits']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bytes(number) };
  const drawn = new Uint8Array(await subtle.deriveBits(derivation, key, 8 * drawnFromSeed));
  let at = 0;
  // Past the end there are too few bytes, which the package refuses.
  const fromSeed = (count: number) => drawn.slice(at, (at += count));
  return blindNumber({ subtle, randomBytes: fromSeed }, bytes(groupKey), bytes(number));
}

type WithProof = BallotKeys & { readonly proof: NonNullable<BallotKeys['proof']> };

async function seal(
  tools: MakerTools,
  finish: Blinding,
  { sealing: before, signed, payload, openPayload }: ToSeal,
): Promise<Sealed> {
  const { place } = before;
  const counter = before.counter + 1;
  const ballot = await proven(tools, finish, before.ballot, signed?.group.key, signed?.answer.signature);
  const words =
    before.words && (await proven(tools, finish, before.words, signed?.group.wordsKey, signed?.answer.signatureWords));
  if (ballot === undefined || words === undefined) return { ok: false, fault: 'not-signed' };
  const at = { place, counter };
  const content = payload === null ? await withdrawalOf(tools, ballot) : bytes(payload);
  return {
    ok: true,
    sealing: { ...at, ballot, words } satisfies Sealing,
    ballot: { ...(await sealOne(tools, 'ballot', at, ballot, content)), group: place.groupId },
    open: words && openPayload !== null ? await sealOne(tools, 'words', at, words, bytes(openPayload)) : null,
  };
}

async function withdrawalOf({ subtle }: MakerTools, { privateKey }: BallotKeys): Promise<Uint8Array> {
  return encodeWithdrawal(await withdrawalSecret(subtle, bytes(privateKey)));
}

/** The keys with the proof that the server's signature becomes; undefined when it signed something else, or nothing. */
async function proven(
  { subtle }: MakerTools,
  finish: Blinding,
  keys: BallotKeys,
  groupKey: string | null | undefined,
  signature: string | null | undefined,
): Promise<WithProof | undefined> {
  if (keys.proof) return { ...keys, proof: keys.proof };
  if (!groupKey || !signature) return undefined;
  const blinded = await finish(keys, groupKey);
  const credential = await finishCredential(subtle, bytes(keys.number), blinded, bytes(signature));
  if (!credential) return undefined;
  return { ...keys, proof: { prefix: toBase64url(blinded.prefix), credential: toBase64url(credential) } };
}

const startBytes = 3;

/** Eight digits for everyone: no request is longer than another. */
const lowestStart = 10_000_000;

/**
 * From where the versions of a ballot count, for who hasn't its key: so the one that is there at last doesn't tell whether it
 * took the place of another. Most people never change an answer: counted from one, whoever stands at two has withdrawn. Of
 * every key its own, else a ballot and its words would show that they go together.
 */
async function startOf({ subtle }: MakerTools, privateKey: Uint8Array): Promise<number> {
  const label = new TextEncoder().encode('lerend counter v1');
  const digest = await sha256(subtle, Uint8Array.from([...label, ...(await privateScalar(subtle, privateKey))]));
  return lowestStart + digest.subarray(0, startBytes).reduce((number, byte) => 256 * number + byte, 0);
}

async function sealOne(
  tools: MakerTools,
  kind: BallotKind,
  { place, counter: version }: Pick<Sealing, 'place' | 'counter'>,
  { number, privateKey, proof }: WithProof,
  payload: Uint8Array,
): Promise<SealedBallot> {
  const { scanId, groupId, openingKey } = place;
  const counter = version + (await startOf(tools, bytes(privateKey)));
  const at = { kind, scanId, groupId: kind === 'words' ? null : groupId, number: bytes(number), counter };
  const sealed = await sealBallot(tools, bytes(openingKey), at, payload);
  const signature = await signBallot(tools.subtle, bytes(privateKey), at, sealed);
  return { number, ...proof, counter, sealed: toBase64url(sealed), signature: toBase64url(signature) };
}

function asBytes({ manifest, group, path, key, wordsKey }: GroupAnswer) {
  return {
    manifest: { head: bytes(manifest.head), signature: bytes(manifest.signature) },
    group,
    path,
    key: bytes(key),
    wordsKey: wordsKey === null ? null : bytes(wordsKey),
  };
}

/** What isn't base64url becomes nothing, which is then refused for its size. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fromBase64url(text) ?? []);
}
