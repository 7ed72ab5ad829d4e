/** What every invitation shows, promised before the first answer. Dates are ISO (2026-11-23). */
export interface InvitationTerms {
  readonly organisation: string;
  readonly scanTitle: string;
  /** One or two sentences of the coordinator's own, or null. */
  readonly introduction: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly resultOn: string;
  /** What the director granted each team for learning, and in whose name. */
  readonly grantedHours: number;
  readonly grantedEuros: number;
  readonly grantedBy: string;
  readonly worksCouncil:
    | { readonly kind: 'consent'; readonly council: string; readonly on: string }
    | { readonly kind: 'none'; readonly reason: string };
  readonly minimumGroupSize: number;
  /** Of what was fixed at the opening: `7KQM-3XWD-0A2C-9F3T`. */
  readonly fingerprint: string;
  /** For a pilot: who gets the rows of answers, and the last day on which they are kept. Null otherwise. */
  readonly research: { readonly researcher: string; readonly keptUntil: string } | null;
  /** Sentences on who sees what and what remains: the same ones that the first page of the scan shows. */
  readonly whoSeesWhat: readonly string[];
  /** Where the code is typed, as a person types it: "peiling.vanderveen.nl/s". */
  readonly address: string;
  /** Who answers questions: a name with a telephone number or address. */
  readonly contact: string;
}

/** `code` is the short typed code, grouped as shown ("K7PM-4XQD"); `link` is what the QR holds. */
export interface PrintedCode {
  readonly code: string;
  readonly link: string;
}

export interface Recipient extends PrintedCode {
  readonly name: string;
  /** Street, postcode and town; may be empty, then the unit stands in the window. */
  readonly addressLines: readonly string[];
  readonly unit: string;
  /** Under which name the answers count, as a sentence; null for a pilot. */
  readonly countedWith: string | null;
}

export type InvitationPrint =
  | { readonly kind: 'letters'; readonly terms: InvitationTerms; readonly recipients: readonly Recipient[] }
  | { readonly kind: 'cards'; readonly terms: InvitationTerms; readonly recipients: readonly Recipient[] }
  | {
      readonly kind: 'unnamed-cards';
      readonly terms: InvitationTerms;
      readonly units: readonly {
        readonly unit: string;
        readonly countedWith: string | null;
        readonly cards: readonly PrintedCode[];
      }[];
    };
