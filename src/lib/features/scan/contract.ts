import { profileQuestions } from '@lerend/instrument';
import type { FormName, ProfileQuestionId } from '@lerend/instrument';
import type { KeyProgress, OpeningKeyKind } from '#lib/features/manifest/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';

export type { ChanceInWords, ForeseenForm, ForeseenUnitLine, LastResult, ScanForesight } from './contract-foresight.ts';
export {
  consentSentence,
  countedWithSentence,
  promiseSentence,
  researchConsentSentence,
  whoSeesWhat,
} from './contract-sentences.ts';

/** draft: being prepared · open: its tree is frozen, people can answer · closed: no more answers · opened: counted, there is a result. */
export type ScanState = 'draft' | 'open' | 'closed' | 'opened';

/** What the director promised before anyone was asked anything. */
export interface ScanPromise {
  /** A day, as all dates here: `2026-11-23`. */
  readonly resultOn: string;
  readonly hoursPerTeam: number;
  readonly eurosPerTeam: number;
  readonly promisedBy: string;
}

export type ConsentDecision = 'consent' | 'no-works-council' | 'refused';

export interface ScanConsent {
  readonly decision: ConsentDecision;
  /** Always there, unless the works council consented. */
  readonly reason: string | null;
  readonly by: string;
  readonly on: string;
}

/** The key that people keep: in whose name it was made, and its short form, to compare by eye. */
export interface KeeperKey {
  readonly keptBy: string;
  readonly shortForm: string;
}

/** What a peiling still lacks before it can open. */
export type MissingForOpening =
  | 'promise'
  | 'consent'
  | 'consent-refused'
  | 'people'
  | 'profile-heads'
  | 'closing-past'
  | 'result-before-closing'
  | 'opening-key';

/** A pilot for research (proefpeiling): every row of answers leaves, without units, to try the questionnaire out. */
export interface Research {
  /** Who gets the rows and answers for the copies: a name, with an institution. */
  readonly researcher: string;
  /** The last day on which the rows are kept here. */
  readonly keptUntil: string;
}

/** How many people of the organisation give each answer to a profile question, in order; only of questions where that is known. */
export type ProfileHeads = Readonly<Partial<Record<ProfileQuestionId, number[]>>>;

/** One field per answer of every profile question, in order, as its form has them; empty: not known. */
export function headFields(heads: ProfileHeads): string[] {
  return profileQuestions.flatMap(({ id, bands }) => bands.map((_, at) => String(heads[id]?.[at] ?? '')));
}

/** A peiling as its coordinator set it up. */
export interface ScanSetup {
  readonly id: string;
  /** The public code in the address of the peiling, eight characters. */
  readonly code: string;
  readonly title: string;
  readonly form: FormName;
  readonly instrumentVersion: string;
  readonly languages: readonly Language[];
  readonly minimumGroupSize: number;
  readonly opensOn: string;
  /** The last day on which people can answer. */
  readonly closesOn: string;
  readonly reminderOn: readonly string[];
  readonly state: ScanState;
  /** A sentence or two of the coordinator's own, for the invitation. */
  readonly introduction: string | null;
  readonly contact: { readonly name: string; readonly email: string };
  /** The peiling that this one is compared with. */
  readonly previousScanId: string | null;
  /** The cut scores by which its levels are read, fixed at the opening; null: the built-in ones. */
  readonly cutScoreVersionId: string | null;
  /** Null for an ordinary peiling. A pilot has one group, no result and no questions in one's own words. */
  readonly research: Research | null;
  /** Questions about the respondent's own work, at most three; a pilot asks none. */
  readonly profileQuestions: readonly ProfileQuestionId[];
  readonly profileHeads: ProfileHeads;
  /** Who can open its ballots; of a draft as it is now. */
  readonly openingKey: OpeningKeyKind;
  /** Of its manifest; null for a draft, and while the keys of its groups are still being made. */
  readonly fingerprint: string | null;
}

/** What the form of a peiling holds, new or being changed. */
export type ScanDraftFields = Omit<
  ScanSetup,
  'id' | 'code' | 'instrumentVersion' | 'state' | 'previousScanId' | 'cutScoreVersionId' | 'openingKey' | 'fingerprint'
>;

export interface ScanInList {
  readonly id: string;
  readonly title: string;
  readonly form: FormName;
  readonly state: ScanState;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly resultOn: string | null;
  readonly isPilot: boolean;
  /** Who can open its ballots; of a draft as it is now. */
  readonly openingKey: OpeningKeyKind;
  /** Empty unless it is a draft. */
  readonly missing: readonly MissingForOpening[];
}

/** A unit and the people in it itself, not below it: as many invitations can be made for it at most. */
export interface PeopleInUnit {
  readonly name: string;
  readonly depth: number;
  readonly people: number;
}

/** Units that are too small to be counted by themselves in this peiling, under the name of the unit with which they are. */
export interface JoinedGroup {
  readonly name: string;
  readonly joined: readonly {
    readonly name: string;
    readonly people: number;
    /** direct: only who works in it directly; the units inside it are counted by themselves. */
    readonly part: 'whole' | 'direct';
    /** Large enough by itself; it keeps those company of whom too few are left. */
    readonly isDrawnIn: boolean;
  }[];
}

/** All that the page of one peiling shows. */
export interface ScanOverview extends ScanSetup {
  readonly promise: ScanPromise | null;
  readonly consent: ScanConsent | null;
  /** Consent that stands no more, because the key was replaced or withdrawn after it was given. */
  readonly consentToOtherKey: ScanConsent | null;
  readonly keeperKey: KeeperKey | null;
  readonly missing: readonly MissingForOpening[];
  /** By which its levels are read; for a draft those that hold now, which may still change. */
  readonly cutScores: { readonly version: string; readonly isProvisional: boolean };
  /** As frozen at the opening; for a draft, as they are now. */
  readonly units: readonly PeopleInUnit[];
  readonly joined: readonly JoinedGroup[];
  /** Nobody holds the role of works council, so the coordinator may record that there is none. */
  readonly isWithoutWorksCouncil: boolean;
  /** How far the keys of its groups are, when there are so many that they are made in the background. */
  readonly keyProgress: KeyProgress | null;
  /** Days on which it was opened for answers, closed and counted; null until then. */
  readonly openedForAnswersOn: string | null;
  readonly closedOn: string | null;
  readonly countedOn: string | null;
  readonly may: {
    readonly prepare: boolean;
    readonly promise: boolean;
    readonly consent: boolean;
    readonly recordNoWorksCouncil: boolean;
  };
}

/** A peiling as everyone may see it who has its code. A draft has no public face. */
export interface PublicScan extends ScanPromise {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly scanId: string;
  readonly code: string;
  readonly title: string;
  readonly form: FormName;
  readonly instrumentVersion: string;
  readonly languages: readonly Language[];
  readonly minimumGroupSize: number;
  readonly opensOn: string;
  readonly closesOn: string;
  /** May be a few seconds behind: only the database decides whether a ballot is still taken. */
  readonly state: Exclude<ScanState, 'draft'>;
  readonly introduction: string | null;
  readonly research: Research | null;
  readonly profileQuestions: readonly ProfileQuestionId[];
  readonly openingKey: OpeningKeyKind;
  /** Null while the keys of its groups are still being made: nobody can answer yet. */
  readonly fingerprint: string | null;
  readonly consent: ScanConsent;
  readonly contact: { readonly name: string; readonly email: string };
}

/** A unit as it was when the peiling opened; parents come before their children. */
export interface ScanUnit {
  readonly id: string;
  /** The unit of the organisation that it is a copy of. */
  readonly sourceUnitId: string;
  readonly parentId: string | null;
  readonly name: string;
  /** People in this unit itself, not below it. */
  readonly headCount: number;
  /** The unit under which the people in this unit itself are counted: itself, or one above it when they are too few. */
  readonly reportingGroupId: string;
}

/** A peiling that has been counted: it has, or will have, a result. */
export interface OpenedScan {
  readonly id: string;
  readonly title: string;
  readonly form: FormName;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly countedOn: string;
  readonly previousScanId: string | null;
}

/** Whether one can answer on this day: a peiling that was opened early begins on its first day. */
export function answering(
  scan: { readonly state: ScanState; readonly opensOn: string; readonly closesOn: string },
  today: string,
): 'not-yet' | 'now' | 'over' {
  if (scan.state === 'closed' || scan.state === 'opened' || today > scan.closesOn) return 'over';
  return scan.state === 'open' && today >= scan.opensOn ? 'now' : 'not-yet';
}
