import { ballotKeyNumberBytes, signWithBallotKey, verifyWithNumber } from './ballot-key.ts';
import type { BallotTools } from './blind-signature.ts';
import { bytesOfId, fourBytes, isZeroFrom, joinBytes, sha256, standsAt, textBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import { encapsulationBytes, sealTo, tagBytes } from './hpke.ts';
import type { Opener } from './hpke.ts';

/** A ballot of a reporting group, or one with answers in words, which belongs to no group. */
export type BallotKind = 'ballot' | 'words';

/** Every sealed ballot of a kind has this many bytes, so that its length doesn't tell how much someone answered or wrote. */
export const sealedBytes: Readonly<Record<BallotKind, number>> = { ballot: 4096, words: 8192 };

const label = textBytes('lerend ballot v1');
const version = 1;
const kindBytes: Readonly<Record<BallotKind, number>> = { ballot: 1, words: 2 };

/** Where a ballot belongs. It stands inside the sealed part, and is bound to it and signed outside. */
export interface BallotPlace {
  readonly kind: BallotKind;
  readonly scanId: string;
  /** null for words. */
  readonly groupId: string | null;
  /** The public half of the ballot key. */
  readonly number: Uint8Array;
  /** From 1; a later ballot of the same number has a higher one. */
  readonly counter: number;
}

const idBytes = 16;
const noGroup = new Uint8Array(idBytes);
const at = { kind: 1, scan: 2, group: 18, number: 34, counter: 99, length: 103, payload: 105 } as const;

/** The ids of one peiling and its groups come back with every ballot: the last ones are read once. */
const mostIds = 10_000;
const knownIds = new Map<string, Bytes>();

function idBytesOf(id: string): Bytes {
  const known = knownIds.get(id);
  if (known) return known;
  const read = bytesOfId(id);
  if (knownIds.size >= mostIds) knownIds.clear();
  knownIds.set(id, read);
  return read;
}

const contentBytes = (kind: BallotKind) => sealedBytes[kind] - encapsulationBytes - tagBytes;
const groupBytes = (groupId: string | null) => (groupId === null ? noGroup : idBytesOf(groupId));
const infoOf = ({ kind, scanId }: BallotPlace) => joinBytes(label, idBytesOf(scanId), Uint8Array.of(kindBytes[kind]));
const boundTo = ({ number, counter }: BallotPlace) => joinBytes(number, fourBytes(counter));

/**
 * Seals a payload to the peiling's opening key: only who holds its private half can read it, and only as the ballot
 * with this number and counter, in this peiling, of this kind. A payload that doesn't fit is a RangeError.
 */
export async function sealBallot(
  tools: BallotTools,
  openingKey: Uint8Array,
  place: BallotPlace,
  payload: Uint8Array,
): Promise<Bytes> {
  return sealWith((plaintext, where) => sealTo(tools, openingKey, where, plaintext), place, payload);
}

/** What seals to an opening key, for this info and these bound bytes. */
export type Sealer = (
  plaintext: Bytes,
  where: { readonly info: Bytes; readonly bound: Bytes },
) => Bytes | Promise<Bytes>;

/** The same with a sealer of one's own, which must give what `sealTo` gives. */
export async function sealWith(seal: Sealer, place: BallotPlace, payload: Uint8Array): Promise<Bytes> {
  return seal(contentOf(place, payload), { info: infoOf(place), bound: boundTo(place) });
}

/** Signs a sealed ballot with its ballot key, so that nobody else can replace it or move it to another group. */
export async function signBallot(
  subtle: SubtleCrypto,
  privateKey: Uint8Array,
  place: BallotPlace,
  sealed: Uint8Array,
): Promise<Bytes> {
  return signWithBallotKey(subtle, privateKey, signedText(place, await sha256(subtle, sealed)));
}

/** Whether the holder of the ballot's number signed it, in this place. */
export async function verifyBallotSignature(
  subtle: SubtleCrypto,
  place: BallotPlace,
  sealed: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return verifyWithNumber(subtle, place.number, signature, signedText(place, await sha256(subtle, sealed)));
}

/** What a ballot key signs: where the ballot belongs, and the SHA-256 of its seal. */
export function signedText({ kind, scanId, groupId, counter }: BallotPlace, sealedHash: Uint8Array): Bytes {
  const where = joinBytes(Uint8Array.of(kindBytes[kind]), idBytesOf(scanId), groupBytes(groupId), fourBytes(counter));
  return joinBytes(label, where, sealedHash);
}

export type InsideFault =
  | 'not-sealed-for-this'
  | 'inside-unreadable'
  | 'wrong-kind'
  | 'foreign-scan'
  | 'copied'
  | 'wrong-group'
  | 'wrong-counter';

export type OpenedSeal =
  { readonly ok: true; readonly payload: Bytes } | { readonly ok: false; readonly fault: InsideFault };

/** The payload of a sealed ballot, if it was sealed for this place and says the same inside; else the first reason why not. */
export async function openSeal(open: Opener, place: BallotPlace, sealed: Uint8Array): Promise<OpenedSeal> {
  const content = await open(sealed, infoOf(place), boundTo(place));
  if (!content) return { ok: false, fault: 'not-sealed-for-this' };
  const fault = faultInside(content, place);
  if (fault) return { ok: false, fault };
  return { ok: true, payload: content.slice(at.payload, at.payload + lengthIn(content)) };
}

function contentOf(place: BallotPlace, payload: Uint8Array): Bytes {
  const content = new Uint8Array(contentBytes(place.kind));
  if (place.number.length !== ballotKeyNumberBytes) throw new RangeError('this is no number of a ballot');
  if (at.payload + payload.length > content.length) throw new RangeError('the payload does not fit its ballot');
  content.set([version, kindBytes[place.kind]]);
  content.set(idBytesOf(place.scanId), at.scan);
  content.set(groupBytes(place.groupId), at.group);
  content.set(place.number, at.number);
  content.set(fourBytes(place.counter), at.counter);
  content.set([payload.length >> 8, payload.length & 255], at.length);
  content.set(payload, at.payload);
  return content;
}

function faultInside(content: Bytes, { kind, scanId, groupId, number, counter }: BallotPlace): InsideFault | undefined {
  const end = at.payload + lengthIn(content);
  const isFull = content.length === contentBytes(kind) && content[0] === version && end <= content.length;
  if (!isFull || !isZeroFrom(content, end)) return 'inside-unreadable';
  if (content[at.kind] !== kindBytes[kind]) return 'wrong-kind';
  const says = (from: number, expected: Uint8Array) => standsAt(content, from, expected);
  if (!says(at.scan, idBytesOf(scanId))) return 'foreign-scan';
  if (!says(at.number, number)) return 'copied';
  if (!says(at.group, groupBytes(groupId))) return 'wrong-group';
  return says(at.counter, fourBytes(counter)) ? undefined : 'wrong-counter';
}

function lengthIn(content: Bytes): number {
  return ((content[at.length] ?? 0) << 8) | (content[at.length + 1] ?? 0);
}
