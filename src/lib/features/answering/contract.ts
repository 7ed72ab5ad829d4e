import type { InvitationCodeFault } from '@lerend/ballot';
import type { FormName } from '@lerend/instrument';
import type { PublicScan, Research } from '#lib/features/scan/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';

export { drawItems } from './browser/draw-items.ts';
export { passagesThatPoint } from './browser/points-at-someone.ts';
export type { Passage, PassageKind } from './browser/points-at-someone.ts';
export { encodeOpenBallotText, decodeOpenBallot, openTextLength, plainText } from './browser/open-payload.ts';
export { ballotMaker } from './browser/make-ballot.ts';
export { deliver, makeReady } from './browser/send.ts';
export type { AskingTools, SendingTools, ToSend } from './browser/send.ts';
export type { BallotMaker, Sealing } from './browser/sealing.ts';
export type { DecodedOpenBallot, OpenBallot } from './browser/open-payload.ts';

export type {
  BallotRequest,
  CredentialAnswer,
  CredentialRequest,
  GroupAnswer,
  GroupEntry,
  GroupRequest,
  OpenBallotRequest,
  PublishedCount,
  RefusedAnswer,
  SealedBallot,
  SignedManifest,
} from './contract-line.ts';

/** In a pilot for research the requests that bring something in carry the respondent's yes; without it nothing is stored. */
export interface ResearchConsent {
  readonly researchConsent?: 'yes';
}

/** One screen of the questionnaire: the items of an area, or the outcome items. */
export interface QuestionStep {
  readonly id: string;
  readonly name: string;
  readonly introduction: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
}

/** All that the respondent's page shows. */
export interface AnsweringPage {
  readonly code: string;
  readonly scanId: string;
  /** Drawn for this one page, for the ballot of whoever has no script; stored nowhere until it is used. */
  readonly number: string;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly when: 'not-yet' | 'now' | 'over';
  readonly title: string;
  readonly organisationName: string;
  readonly introduction: string | null;
  readonly form: FormName;
  readonly instrumentVersion: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly resultOn: string;
  readonly minimumGroupSize: number;
  /** Who can open the ballots: its keeper, who isn't the server, or the server itself. */
  readonly openingKey: 'keeper' | 'server';
  /** Of what was fixed at the opening; null as long as the keys are being made. */
  readonly fingerprint: string | null;
  /** Nothing is taken in that the server could read. */
  readonly isStrict: boolean;
  /** A pilot for research: who gets the rows and until when; null for an ordinary peiling. */
  readonly research: Research | null;
  /** How often a list with codes was made, and on which day last; null when never. */
  readonly codeLists: { readonly times: number; readonly lastOn: string } | null;
  readonly promise: string;
  readonly consent: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly steps: readonly QuestionStep[];
  readonly openQuestions: readonly { readonly id: string; readonly text: string; readonly note: string }[];
  readonly profileQuestions: PublicScan['profileQuestions'];
  /** Their texts, asked last; `least`: as many people as a group has at least of which anything is told. */
  readonly profile: {
    readonly least: number;
    readonly questions: readonly {
      readonly id: string;
      readonly text: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }[];
  } | null;
  /** How many of its questions one person gets. */
  readonly questionCount: number;
  /** In a scan in parts: how many of each area, and which ones whoever has no script gets on this page. Else null. */
  readonly parts: { readonly itemsDrawnPerArea: number; readonly drawn: readonly string[] } | null;
  readonly wordNotes: readonly { readonly word: string; readonly meaning: string }[];
  readonly scale: {
    readonly stem: string;
    readonly instruction: string;
    /** Values as a form field has them; the last one is "don't know". */
    readonly options: readonly { readonly value: string; readonly label: string; readonly isApart: boolean }[];
  };
}

/** What the page hands to its script. */
export interface ScriptSettings extends ResearchConsent {
  readonly code: string;
  readonly scanId: string;
  readonly language: Language;
  readonly form: FormName;
  readonly instrumentVersion: string;
  readonly itemsDrawnPerArea: number | null;
  readonly closesOn: string;
  /** As the page says it; the device compares it with what was fixed. */
  readonly openingKey: AnsweringPage['openingKey'];
  /** The script that makes keys and seals; fetched when somebody begins. */
  readonly workerUrl: string;
  /** The script that draws a QR code; fetched when somebody asks for one. */
  readonly qrWorkerUrl: string;
  readonly texts: Readonly<Record<ScriptText, string>>;
  readonly codeFaults: Readonly<Record<InvitationCodeFault, string>>;
}

export const scriptTexts = [
  'begin',
  'continue',
  'next',
  'sending',
  'waiting-kept',
  'waiting-unkept',
  'sealed-waits',
  'sealed-waits-offline',
  'sealed-received',
  'before-waits',
  'before-received',
  'resume-carried',
  'carry-qr',
  'carry-words-left',
  'carry-words-left-link',
  'link-no-qr',
  'link-copied',
  'key-qr',
  'key-waits',
  'key-damaged',
  'key-foreign',
  'later-there',
  'thanks-sealed-heading',
  'change-answers',
  'take-part-again',
  'withdrawing-heading',
  'withdrawn-heading',
  'not-withdrawn-heading',
  'withdraw-offline',
  'withdraw-too-late',
  'counts-with',
  'fault-other-fingerprint',
  'fault-not-as-fixed',
  'fault-not-signed',
  'left-open-none',
  'left-open-one',
  'left-open-many',
  'points-at',
] as const;
export type ScriptText = (typeof scriptTexts)[number];

/** What the script of a peiling that is over says to who comes with the key of a ballot. */
export const afterTexts = [
  'own-counted',
  'own-withdrawn',
  'own-absent',
  'own-not-counted-yet',
  'own-unreachable',
  'key-damaged',
] as const;
