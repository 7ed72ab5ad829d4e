import type { AreaCode, Level } from '@lerend/instrument';

/** placing: the team places itself · revealed: it sees the result, and asks why · chosen: one thing was chosen · agreed: who, by when. */
export type ConversationState = 'placing' | 'revealed' | 'chosen' | 'agreed';

/** The parts in the order in which a team goes through them; the printed sheet has the same. */
export type PartId = 'place' | 'reveal' | 'why' | 'choose' | 'agree';

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
  readonly latest: ConversationInList | null;
}

/** One conversation with all that was written down in it. */
export interface Conversation extends ConversationInList {
  readonly present: number | null;
  readonly placing: Readonly<Partial<Record<AreaCode, Level>>>;
  readonly why: string;
  readonly chosenArea: AreaCode | null;
  readonly chosenPracticeId: string | null;
  readonly chosenTitle: string | null;
  readonly stepId: string | null;
  readonly scanTitle: string | null;
  readonly mayLead: boolean;
}

/** The four descriptions of one area, to place yourselves on. */
export interface AreaToPlace {
  readonly area: AreaCode;
  readonly name: string;
  readonly levels: readonly { readonly level: Level; readonly name: string; readonly text: string }[];
  readonly placed: Level | null;
}

/** What `agreeOn` and `enterAfterwards` read about the step, as a form sends it. */
export interface AgreementFields {
  readonly ownerName: string;
  readonly dueOn: string;
  readonly measure: string;
  readonly hours?: string;
  readonly euros?: string;
  readonly nextLookBackOn: string;
  readonly present?: string;
}
