import { fromBase64url, joinShares, parseShare } from '@lerend/ballot';
import type { JoiningText } from '../contract.ts';

export type JoinedKey =
  | { readonly ok: true; readonly privateKey: Uint8Array }
  | {
      readonly ok: false;
      readonly fault: Extract<JoiningText, `fault-${string}`>;
      /** Which of the two it's about; null: both together. */
      readonly share: 0 | 1 | null;
      /** Which line of it, from 1. */
      readonly row?: number;
    };

/**
 * The four lines of a share out of whatever somebody pasted: the lines themselves, or the whole file of a sheet, which
 * has words above and below them.
 */
export function shareIn(pasted: string): string {
  const lines = pasted.split('\n').map((line) => line.trim());
  const rows = lines.filter((line) => /^(?:[0-9A-Za-z]{4}[\s-]+){3}[0-9A-Za-z]{4}$/.test(line));
  // The short form of the public key looks like a line as well, but stands behind its own words.
  return rows.length === 4 ? rows.join('\n') : pasted.trim();
}

/** Joins two shares and checks that they are this peiling's, saying of which one, and which line, what is wrong. */
export async function joinedKey(
  subtle: SubtleCrypto,
  pasted: readonly [string, string],
  publicKey: string,
): Promise<JoinedKey> {
  const texts = pasted.map(shareIn);
  for (const share of [0, 1] as const) {
    const text = texts[share] ?? '';
    if (text === '') return { ok: false, fault: 'fault-empty', share };
    const parsed = parseShare(text);
    if (!parsed.ok) return { ok: false, share, ...faultOf(parsed) };
  }
  const joined = await joinShares(subtle, texts, fromBase64url(publicKey) ?? new Uint8Array());
  if (joined.ok) return joined;
  const share = joined.share === 0 || joined.share === 1 ? joined.share : null;
  if (joined.fault === 'same-share') return { ok: false, fault: 'fault-same', share: 1 };
  if (joined.fault === 'another-key' && share !== null) return { ok: false, fault: 'fault-other-key', share };
  return { ok: false, fault: 'fault-together', share: null };
}

function faultOf({ fault, row }: { readonly fault: string; readonly row?: number }) {
  if (fault !== 'typing-error') return { fault: 'fault-unreadable' } as const;
  return row === undefined ? ({ fault: 'fault-row-unknown' } as const) : ({ fault: 'fault-row', row } as const);
}
