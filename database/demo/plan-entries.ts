import type { AreaCode } from '@lerend/instrument';
import type { Helped } from '#lib/features/step-plan/contract.ts';

/** What a team agreed in its conversation, and what became of it. Days are counted from today. */
export interface AgreedStep {
  readonly unit: string;
  readonly heldOn: number;
  readonly practice: string;
  readonly area: AreaCode;
  /** What the team said is behind it. */
  readonly why: string;
  /** Place in the unit's own list of people; the lead when left out. */
  readonly ownerAt?: number;
  readonly euros?: number;
  readonly dueOn: number;
  readonly lookBackOn: number;
  /** How many of the step's actions were ticked off. */
  readonly ticked: number;
  readonly stuck?: Stuck;
  readonly end?: { readonly on: number } & (
    { readonly helped: Helped; readonly lookBack: string } | { readonly reason: string }
  );
}

export interface Stuck {
  readonly on: number;
  readonly for: 'coordinator' | 'director' | 'adviser';
  readonly reason: string;
  readonly decided?: { readonly on: number; readonly decision: string };
}

/** A step that waits until the one before it is done. */
export interface WaitingStep {
  readonly unit: string;
  readonly addedOn: number;
  readonly practice: string;
  readonly area: AreaCode;
  readonly dueOn: number;
}

export interface NotDone {
  readonly unit: string;
  readonly on: number;
  readonly said: string;
  readonly because: string;
}
