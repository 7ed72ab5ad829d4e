/** One thing that is kept on somebody: what it is, and the words of it, label by label. */
export interface KeptRecord {
  readonly label: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export type KeptKind =
  'list' | 'places' | 'account' | 'access' | 'invitations' | 'steps' | 'names' | 'messages' | 'mails' | 'log';

/** Everything that is kept on one person, in the order in which a page shows it. */
export interface PersonalData {
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  /** The day on which this was put together, `YYYY-MM-DD`. */
  readonly on: string;
  readonly organisation: string;
  readonly kinds: readonly { readonly kind: KeptKind; readonly records: readonly KeptRecord[] }[];
}

/** Somebody of whom something is kept: on the list of people, or with an account only. */
export interface SubjectInList {
  /** `p-…` for somebody on the list of people, `a-…` for an account without a place on it. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly standing: 'here' | 'left' | 'account';
}

export const formerActor = 'former';

/** What an erasure did; what stayed is said in the words of the page. */
export interface Erased {
  readonly name: string;
  /** The account goes on existing: somebody works with it in another organisation on this server. */
  readonly isAccountKept: boolean;
  /** Somebody else here bears the same name, or it is a single word: texts were left as they are. */
  readonly areTextsKept: boolean;
  readonly openInvitations: number;
}
