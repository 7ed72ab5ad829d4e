import type { ResponseBand } from '@lerend/disclosure';
import type { Language } from '#lib/platform/language/index.ts';

/** mail: the link is mailed · paper: a letter or card with a name · unnamed-card: a card that is drawn by hand. */
export type InvitationChannel = 'mail' | 'paper' | 'unnamed-card';

/** How many get their invitation how, before anything is made. */
export interface InvitationPlan {
  readonly canMail: boolean;
  readonly byMail: number;
  readonly onPaper: number;
  readonly unnamedCards: number;
  readonly units: readonly UnitInPlan[];
}

export interface UnitInPlan {
  readonly name: string;
  readonly depth: number;
  readonly byMail: number;
  readonly onPaper: number;
  readonly unnamedCards: number;
}

export interface InvitationOverview {
  readonly units: readonly (UnitInPlan & { readonly id: string })[];
  readonly total: number;
  readonly languages: readonly Language[];
  /** How many stand in each document. */
  readonly documents: readonly { readonly kind: DocumentKind; readonly language: Language; readonly count: number }[];
  /** Invitations by mail that no mailing has taken along yet. */
  readonly notYetMailed: number;
  readonly mailings: readonly MailingInList[];
  /** People whose address the mail server refused, with their unit: they need paper. */
  readonly undelivered: readonly { readonly name: string; readonly unit: string }[];
  readonly canMail: boolean;
  /** PUBLIC_URL leads to this machine only: links would lead nowhere. */
  readonly isAddressLocal: boolean;
}

export interface MailingInList {
  readonly kind: 'invitation' | 'reminder';
  readonly dueOn: string;
  readonly recipients: number;
  readonly isSent: boolean;
}

export type DocumentKind = 'letters' | 'cards' | 'unnamed-cards';

/** What a list with codes was made as; `codes`: without names, for the example organisation and for trying out. */
export type CodeListKind = DocumentKind | 'codes';

/** A list with codes that was made: who has it could use a code before its holder does. */
export interface CodeList {
  readonly kind: CodeListKind;
  readonly codes: number;
  readonly madeOn: string;
}

/** Response while a peiling is open, renewed once a day: in bands, for units from twenty invited, everyone below them counted along. */
export interface ResponseOverview {
  readonly whole: UnitResponse;
  readonly units: readonly UnitResponse[];
  readonly codeLists: readonly CodeList[];
  /** Cards without a name that the coordinator made on top of the plan, in the units that have any. */
  readonly addedCards: readonly { readonly unit: string; readonly cards: number }[];
}

export interface UnitResponse {
  readonly name: string;
  readonly depth: number;
  /** Who are counted here or below; of a unit that is counted elsewhere, who were invited in it. */
  readonly invited: number;
  /** Undefined where too few were invited to show it, or where it would tell about too few by subtraction. */
  readonly band: ResponseBand | undefined;
  /** The unit with which it is counted as a whole, being too small by itself; null for all others. */
  readonly countedWith: string | null;
}
