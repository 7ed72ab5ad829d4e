/** keeper: the other half of the key is with people, who made it on their own device · server: it is in KEYS_DIR. */
export type OpeningKeyKind = 'keeper' | 'server';

/** Who can open the ballots of a peiling. */
export interface OpeningKey {
  readonly kind: OpeningKeyKind;
  /** X25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Whose device made it; null for the server's own. */
  readonly keptBy: string | null;
}

/** What the opening of a peiling fixes besides its keys. Its reporting groups are ids of its own frozen units. */
export interface ToFix {
  readonly scanId: string;
  readonly code: string;
  readonly title: string;
  readonly form: string;
  readonly instrumentVersion: string;
  readonly languages: readonly string[];
  readonly minimum: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly openedOn: string;
  /** SHA-256 of the canonical list of what is asked, base64url. */
  readonly items: string;
  readonly hasWords: boolean;
  readonly groups: readonly GroupToFix[];
}

export interface GroupToFix {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  /** The most people who may be invited. */
  readonly invited: number;
}

/** How far the keys of the groups are. */
export interface KeyProgress {
  readonly made: number;
  readonly needed: number;
}
