import { combine, split } from 'shamir-secret-sharing';
import { isSameBytes, joinBytes, sha256, textBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import { isKeyPair } from './hpke.ts';
import type { OpeningKey } from './hpke.ts';
import { keyTagBytes, parseShare, shareHolders, spellShare } from './share-text.ts';
import type { OpeningShare, ShareFault, ShareHolder } from './share-text.ts';

/** How many shares there are, and how many open. */
const shareCount = shareHolders.length;
const needed = 2;

export type OpeningShares = Readonly<Record<ShareHolder, string>>;

/**
 * Splits a private opening key over three holders, of whom any two can put it together and none alone learns anything
 * (Shamir's sharing over GF(2⁸), byte by byte). The library draws its own chance from the browser. Each share as text.
 */
export async function splitOpeningKey(
  subtle: SubtleCrypto,
  { publicKey, privateKey }: OpeningKey,
): Promise<OpeningShares> {
  const keyTag = await tagOf(subtle, publicKey);
  const shares = await split(joinBytes(privateKey), shareCount, needed);
  const texts = shareHolders.map((holder, at) => spellShare({ holder, keyTag, bytes: shares[at] ?? new Uint8Array() }));
  const [keeper = '', coordinator = '', recovery = ''] = texts;
  return { keeper, coordinator, recovery };
}

export type JoinedShares =
  | { readonly ok: true; readonly privateKey: Bytes }
  | {
      readonly ok: false;
      /** `another-key`: of another peiling. `shares-do-not-fit`: each is whole, yet together they are not this key. */
      readonly fault: ShareFault | 'too-few' | 'another-key' | 'same-share' | 'shares-do-not-fit';
      /** Which of the given texts, from 0, where it is one of them. */
      readonly share?: number;
      readonly row?: number;
    };

/**
 * Puts a private opening key together out of two or three shares, and makes sure that it is the one of this public key.
 * Of three, one may be wrong: any two that fit are enough. The first thing that is wrong comes back with its place.
 */
export async function joinShares(
  subtle: SubtleCrypto,
  typed: readonly string[],
  publicKey: Uint8Array,
): Promise<JoinedShares> {
  const keyTag = await tagOf(subtle, publicKey);
  const shares: OpeningShare[] = [];
  for (const [at, text] of typed.entries()) {
    const parsed = parseShare(text);
    if (!parsed.ok) return { ...parsed, share: at };
    if (!isSameBytes(parsed.share.keyTag, keyTag)) return { ok: false, fault: 'another-key', share: at };
    if (shares.some(({ holder }) => holder === parsed.share.holder))
      return { ok: false, fault: 'same-share', share: at };
    shares.push(parsed.share);
  }
  if (shares.length < needed) return { ok: false, fault: 'too-few' };
  for (const [one, other] of pairsOf(shares)) {
    const privateKey = joinBytes(
      await combine([joinBytes(one.bytes), joinBytes(other.bytes)]).catch(() => new Uint8Array()),
    );
    if (privateKey.length > 0 && (await isKeyPair(subtle, { publicKey, privateKey }))) return { ok: true, privateKey };
  }
  return { ok: false, fault: 'shares-do-not-fit' };
}

function pairsOf<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const));
}

async function tagOf(subtle: SubtleCrypto, publicKey: Uint8Array): Promise<Bytes> {
  return (await sha256(subtle, joinBytes(textBytes('lerend share v1'), publicKey))).slice(0, keyTagBytes);
}
