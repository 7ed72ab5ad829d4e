import type { PanelOutcome } from '@lerend/psychometrics';

/** A closed session, as its document tells it. Names of people aren't in it. */
export interface StandardSettingReport {
  readonly organisation: string;
  readonly title: string;
  readonly form: 'full' | 'short';
  /** ISO days. */
  readonly startedOn: string;
  readonly closedOn: string;
  readonly first: PanelOutcome;
  readonly second: PanelOutcome;
  /** "medewerker: 6", one a role. */
  readonly people: readonly string[];
  /** Why the cuts aren't settled, a sentence each; [] when they are. */
  readonly unsettled: readonly string[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly isSettled: boolean }[];
  /** What the coordinator wrote; null while nothing was adopted. */
  readonly rationale: string | null;
}

/** The sheet for who judges on paper. */
export interface PanelForm {
  readonly organisation: string;
  readonly title: string;
  readonly round: 1 | 2;
  readonly areas: readonly {
    readonly name: string;
    readonly definition: string;
    readonly levels: readonly { readonly name: string; readonly description: string }[];
    readonly items: readonly {
      readonly text: string;
      readonly panel: readonly { readonly median: number; readonly low: number; readonly high: number }[] | null;
    }[];
  }[];
}
