import type { AreaCode, LevelCuts } from '@lerend/instrument';
import type { BorderlineAnswers, PanelOutcome, UnsettledReason } from '@lerend/psychometrics';

export const panelRoles = ['member', 'manager', 'works-council', 'learning', 'outside'] as const;
export type PanelRole = (typeof panelRoles)[number];
export const sessionForms = ['short', 'full'] as const;
export type SessionForm = (typeof sessionForms)[number];
export type SessionState = 'round-1' | 'between' | 'round-2' | 'closed';

/** Finished sheets from which a panel's medians are shown: of fewer, one could tell whose they are. */
export const fewestSheets = 5;
export const mostPanellists = 40;

/** What a panellist answered so far, by item. */
export type Judgements = Readonly<Record<string, BorderlineAnswers>>;

export interface SessionInList {
  readonly id: string;
  readonly title: string;
  readonly state: SessionState;
  readonly isAdopted: boolean;
  readonly startedOn: string;
}

export interface PanellistInList {
  readonly id: string;
  readonly pseudonym: string;
  readonly role: PanelRole;
  readonly isOnPaper: boolean;
  readonly judged: number;
  readonly isFinished: boolean;
}

/** A round as its aggregates tell it. */
export interface RoundOutcome {
  readonly outcome: PanelOutcome;
  readonly cuts: LevelCuts | null;
}

/** What remains of a session once it is closed. */
export interface SessionOutcome {
  readonly first: PanelOutcome;
  readonly second: PanelOutcome;
  readonly roles: Readonly<Partial<Record<PanelRole, number>>>;
  readonly reasons: readonly UnsettledReason[];
  /** Areas whose own cuts are settled; all eleven are needed to adopt cuts per area. */
  readonly settledAreas: readonly AreaCode[];
}

export interface SessionPage {
  readonly id: string;
  readonly title: string;
  readonly form: SessionForm;
  readonly state: SessionState;
  /** The address that panellists open. */
  readonly link: string;
  readonly qrSvg: string;
  readonly items: number;
  readonly panellists: readonly PanellistInList[];
  readonly finished: number;
  /** Of the last finished round; null in round 1. */
  readonly last: RoundOutcome | null;
  /** On how many areas of the organisation's last published result each level would stand, by the cuts of round 1. */
  readonly impact: {
    readonly scanTitle: string;
    readonly counts: readonly { readonly level: string; readonly areas: number }[];
  } | null;
  readonly outcome: SessionOutcome | null;
  readonly cuts: LevelCuts | null;
  readonly mayAdoptAreas: boolean;
  readonly adoptedVersion: string | null;
  readonly mayHold: boolean;
}

export interface JoinPage {
  readonly title: string;
  readonly organisationName: string;
  readonly state: SessionState;
  readonly isFull: boolean;
}

/** What a panellist sees of the panel about one item, after the first round: answers of the middle one and the middle half. */
export interface PanelSpread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface JudgedItem {
  readonly id: string;
  readonly text: string;
  readonly own: BorderlineAnswers | null;
  /** Per level; null in the first round. */
  readonly panel: readonly PanelSpread[] | null;
}

export interface JudgedArea {
  readonly code: AreaCode;
  readonly name: string;
  readonly definition: string;
  readonly levels: readonly { readonly name: string; readonly description: string }[];
  readonly items: readonly JudgedItem[];
}

export interface PanelPage {
  readonly title: string;
  readonly organisationName: string;
  readonly state: SessionState;
  readonly pseudonym: string;
  readonly areas: readonly { readonly code: AreaCode; readonly name: string; readonly isDone: boolean }[];
  readonly isFinished: boolean;
  /** The panel's cuts after round 1; null before. */
  readonly cuts: LevelCuts | null;
}

export interface PaperSheetPage {
  readonly title: string;
  readonly pseudonym: string;
  readonly round: 1 | 2;
  readonly areas: readonly JudgedArea[];
}
