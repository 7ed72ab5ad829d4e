export const contactKinds = ['internal-expert', 'adviser'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Whom one can write to. The mail address stays with the coordinator. */
export interface ContactPerson {
  readonly id: string;
  readonly kind: ContactKind;
  readonly name: string;
  /** What one can ask this person, in a sentence; null when nothing was written. */
  readonly about: string | null;
}

export interface ContactPersonKept extends ContactPerson {
  readonly email: string;
}

/** What somebody wants to talk about, as the page's address says it. */
export type TalkSubject =
  | { readonly kind: 'general' }
  | { readonly kind: 'result'; readonly scanId: string; readonly unitId: string }
  | { readonly kind: 'step'; readonly stepId: string };

export interface TalkPage {
  readonly people: readonly ContactPerson[];
  readonly subject: TalkSubject;
  /** What could go along, line by line; nothing of it does unless it is ticked. */
  readonly lines: readonly string[];
  readonly sender: { readonly name: string; readonly email: string | null };
  readonly mayKeepContacts: boolean;
  /** The reader can be written to, and has a page of messages. */
  readonly isContactPerson: boolean;
  readonly canMail: boolean;
}

/** For a visitor, on an installation where it is clear whom they would write to. */
export interface TryTalkPage {
  readonly organisationName: string;
  readonly people: readonly ContactPerson[];
  readonly canMail: boolean;
}

/** What was sent, told back to its sender word for word. */
export interface SentMessage {
  readonly to: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly sender: string | null;
  readonly isMailed: boolean;
}

export interface ReceivedMessage {
  readonly id: string;
  readonly sentOn: string;
  readonly subject: 'quick-try' | 'result' | 'step' | 'general';
  readonly sender: string | null;
  readonly text: string;
  readonly lines: readonly string[];
  readonly isAnswered: boolean;
}
