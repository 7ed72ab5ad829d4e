/** The three who each have one share of the key. */
export const shareHolders = ['keeper', 'coordinator', 'recovery'] as const;
export type ShareHolder = (typeof shareHolders)[number];

/** The public half of a key that opens ballots, as people can compare it. */
export interface KeptKey {
  readonly kind: 'keeper' | 'server';
  /** Whose device made it; null for the server's own. */
  readonly keptBy: string | null;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
  /** 80 bits of its hash, four groups of four. */
  readonly shortForm: string;
}

interface ScanOfKey {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** The page on which a key is made, as long as the peiling is a draft. */
export interface KeyCeremony {
  readonly scan: ScanOfKey & { readonly isDraft: boolean };
  readonly key: KeptKey | null;
  /** Who gets the second sheet. */
  readonly coordinator: string;
  /** Without a keeper this peiling can't open. */
  readonly isStrict: boolean;
  readonly mayKeep: boolean;
  /** Whether the reader has the page of the peiling itself. */
  readonly maySeeScan: boolean;
  /** Where the shares are joined later, as one reads it aloud. */
  readonly address: string;
}

/** The page on which two holders open the ballots. */
export interface BallotOpening {
  readonly scan: ScanOfKey & { readonly isPilot: boolean };
  readonly key: KeptKey | null;
  readonly state: 'not-yet' | 'waiting' | 'done';
  readonly maySeeScan: boolean;
}

/** to-make: a draft without a key · made: a draft with one · waits: people answer · to-join: closed · done · with-server: kept there. */
export type KeyState = 'to-make' | 'made' | 'waits' | 'to-join' | 'done' | 'with-server';

/** A peiling as who keeps keys sees it. */
export interface KeyInList {
  readonly id: string;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: KeyState;
}

export const ceremonyTexts = ['make-failed', 'proof-label', 'proof-wrong', 'sheet-qr'] as const;
export type CeremonyText = (typeof ceremonyTexts)[number];

/** What the ceremony's page hands to its script. */
export interface CeremonySettings {
  readonly qrWorkerUrl: string;
  readonly texts: Readonly<Record<CeremonyText, string>>;
  /** What stands in the file of each sheet, above and below the four lines; and its name. */
  readonly files: Readonly<
    Record<ShareHolder, { readonly name: string; readonly above: string; readonly below: string }>
  >;
}

export const joiningTexts = [
  'joining',
  'join-waits',
  'join-lost',
  'join-progress',
  'fault-empty',
  'fault-unreadable',
  'fault-row',
  'fault-row-unknown',
  'fault-same',
  'fault-other-key',
  'fault-together',
] as const;
export type JoiningText = (typeof joiningTexts)[number];

/** What the opening's page hands to its script. Braces stand where a number comes. */
export interface JoiningSettings {
  readonly publicKey: string;
  readonly texts: Readonly<Record<JoiningText, string>>;
}

/** How far the server is with opening. */
export interface OpeningProgress {
  readonly state: 'waiting' | 'counting' | 'done';
  readonly done: number;
  readonly total: number;
}
