import type { Grantable } from '#lib/platform/context/index.ts';

/** A unit as it is now, in the order of the tree (a parent comes before its children). */
export interface UnitInTree {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** 0 for the organisation itself. */
  readonly depth: number;
  /** Given by hand; null when it is counted from the people. */
  readonly headCount: number | null;
  /** People known by name in this unit itself, not below it. */
  readonly people: number;
  readonly leadName: string | null;
}

export interface GrantInList {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Grantable;
  readonly unitName: string | null;
  readonly until: string | null;
  /** Stood on the list of people and no longer does; somebody who never stood there hasn't left. */
  readonly hasLeft: boolean;
}

/** That somebody works in a unit, and whether they lead it: nobody's name. */
export interface PlaceInUnit {
  readonly id: string;
  readonly unitId: string;
  readonly isLead: boolean;
}

export interface PersonInUnit extends PlaceInUnit {
  readonly name: string;
  readonly email: string | null;
  readonly language: 'nl' | 'en' | null;
}

/** A mail of the organisation; never one with a sign-in link or an invitation's code. */
export interface OutboxMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: string;
  /** `refused`: the mail server of the reader doesn't know the address. */
  readonly state: 'sent' | 'waits' | 'refused';
}

/** What a list of people would bring, before anyone is added. */
export interface ImportPreview {
  readonly draftId: string;
  readonly fileName: string;
  readonly people: number;
  readonly withoutAddress: number;
  readonly units: readonly { readonly name: string; readonly depth: number; readonly people: number }[];
  readonly faults: readonly { readonly line: number; readonly sentence: string }[];
  readonly moreFaults: number;
  /** Rows that give no person: with any of them this can't be the whole list. */
  readonly skipped: number;
  readonly joined: readonly { readonly name: string; readonly also: string }[];
  readonly first: readonly {
    readonly name: string;
    readonly unit: string;
    readonly email: string | null;
    readonly isLead: boolean;
  }[];
}

/** What a confirmed list of people changed. */
export interface ImportDone {
  readonly added: number;
  readonly moved: number;
  readonly left: number;
  /** Names of those who left by this list and still have access: withdrawing it is for a person to decide. */
  readonly leftWithAccess: readonly string[];
}
