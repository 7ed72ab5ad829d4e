import type { AreaCell, Published } from '@lerend/disclosure';
import type { AreaCode, Level, LevelCuts } from '@lerend/instrument';
import type { ProposedStep } from '#lib/features/step-plan/contract.ts';

/** placing: the team places itself · revealed: it sees the result, and asks why · chosen: one thing was chosen · agreed: who, by when. */
export type ConversationState = 'placing' | 'revealed' | 'chosen' | 'agreed';

/** The parts in the order in which a team goes through them; the printed sheet has the same. */
export const partIds = ['place', 'reveal', 'why', 'choose', 'agree'] as const;
export type PartId = (typeof partIds)[number];

export interface ConversationPart {
  readonly id: PartId;
  readonly minutes: number;
}

export interface ConversationInList {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: ConversationState;
  /** ISO days. Planned and not yet held: `heldOn` is null. */
  readonly plannedOn: string | null;
  readonly heldOn: string | null;
  readonly nextLookBackOn: string | null;
  readonly stepTitle: string | null;
}

/** A unit in the list of conversations. */
export interface UnitWithConversation {
  readonly unitId: string;
  readonly unitName: string;
  readonly depth: number;
  readonly mayLead: boolean;
  /** The one that is planned or under way, else the last one; null when there has been none. */
  readonly latest: ConversationInList | null;
}

/** All conversations of one unit. */
export interface UnitConversations {
  readonly unitId: string;
  readonly unitName: string;
  readonly open: ConversationInList | null;
  readonly held: readonly ConversationInList[];
  readonly parts: readonly ConversationPart[];
  readonly hasResult: boolean;
  readonly mayLead: boolean;
}

/** One conversation with all that was written down in it. */
export interface Conversation extends ConversationInList {
  readonly present: number | null;
  /** Where the team placed itself, and why: for the team itself; empty for who reads only the outcome. */
  readonly placing: Readonly<Partial<Record<AreaCode, Level>>>;
  readonly why: string;
  readonly chosenArea: AreaCode | null;
  readonly chosenPracticeId: string | null;
  readonly step: { readonly id: string; readonly ownerName: string; readonly dueOn: string } | null;
  readonly parts: readonly ConversationPart[];
  readonly mayLead: boolean;
  readonly readsAll: boolean;
}

/** The four descriptions of one area, to place yourselves on. */
export interface AreaToPlace {
  readonly area: AreaCode;
  readonly name: string;
  readonly levels: readonly { readonly level: Level; readonly name: string; readonly text: string }[];
  readonly placed: Level | null;
}

/** The result beside the own placing. */
export interface Revealed {
  readonly scanTitle: string | null;
  readonly figuresFrom:
    { readonly kind: 'own' } | { readonly kind: 'above'; readonly unitName: string } | { readonly kind: 'none' };
  readonly highest: Level;
  readonly areas: readonly RevealedArea[];
  readonly findings: readonly string[];
}

export interface RevealedArea {
  readonly area: AreaCode;
  readonly name: string;
  readonly placed: Level | null;
  readonly cell: Published<AreaCell> | null;
  /** Where the levels begin: in the result, or without one those that hold now. */
  readonly cuts: LevelCuts;
  /** "gewoon", "tussen begonnen en gewoon"; null without a figure. */
  readonly level: string | null;
  readonly chance: string | null;
  /** How the own placing lies to the result; null when either is missing or the result lies between levels around it. */
  readonly guess: 'higher' | 'lower' | 'same' | null;
}

/** What a team can choose from. */
export interface Choices {
  readonly proposals: readonly ProposedStep[];
  readonly query: string;
  readonly found: readonly {
    readonly practiceId: string;
    readonly area: AreaCode;
    readonly areaName: string;
    readonly title: string;
    readonly summary: string;
  }[];
}

/** What `agreeOn` reads, as a form sends it; numbers and days as text. `enterAfterwards` reads these too. */
export interface AgreementFields {
  readonly ownerName: string;
  readonly dueOn: string;
  readonly measure?: string;
  readonly hours?: string;
  readonly euros?: string;
  readonly nextLookBackOn: string;
  readonly present?: string;
}

/** What `enterAfterwards` reads: the whole printed sheet at once. The placing comes as `place-AREA`. */
export interface AfterwardsFields extends AgreementFields {
  readonly unitId: string;
  readonly heldOn: string;
  readonly why?: string;
  /** `PRACTICE/AREA` of a proposal, or `own` with `title` and `area`. */
  readonly choice: string;
  readonly title?: string;
  readonly area?: string;
}
