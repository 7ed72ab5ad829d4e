/** What is kept for a period that an organisation may set, each with the usual period and its bounds, in months. */
export const retentionRules = {
  /** Somebody who left the list of people: then they are forgotten as after a request. */
  leavers: { usual: 12, least: 1, most: 24, isAnnounced: false },
  /** Roles that ended, and accounts that have none left. */
  access: { usual: 12, least: 1, most: 24, isAnnounced: false },
  /** Which person an invitation was for; that there was one stays a number. */
  invitations: { usual: 24, least: 1, most: 36, isAnnounced: false },
  /** The opened answers: nobody sees them; they serve only to make a result again when a mistake in it is found. */
  answers: { usual: 6, least: 1, most: 24, isAnnounced: false },
  /** Answers in people's own words. */
  words: { usual: 12, least: 1, most: 36, isAnnounced: true },
  results: { usual: 60, least: 24, most: 120, isAnnounced: true },
  /** Names beside steps and conversations that ended; what was done stays. */
  steps: { usual: 24, least: 6, most: 60, isAnnounced: false },
  mails: { usual: 3, least: 1, most: 12, isAnnounced: false },
  messages: { usual: 12, least: 1, most: 24, isAnnounced: false },
  /** The audit log, and the names beside what was recorded: promises, consent, what was taken out. */
  log: { usual: 36, least: 12, most: 84, isAnnounced: false },
} as const satisfies Record<string, RetentionRule>;

interface RetentionRule {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** People would miss it: it goes a month after it was announced, and never before. */
  readonly isAnnounced: boolean;
}

export type RetentionKind = keyof typeof retentionRules;
export const retentionKinds = Object.keys(retentionRules) as readonly RetentionKind[];
export type AnnouncedKind = {
  [Kind in RetentionKind]: (typeof retentionRules)[Kind]['isAnnounced'] extends true ? Kind : never;
}[RetentionKind];

export interface RetentionLine {
  readonly kind: RetentionKind;
  readonly months: number;
  readonly isUsual: boolean;
}

/** Something of a peiling that was announced to go. */
export interface Announced {
  readonly kind: AnnouncedKind;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly goesOn: string;
}

export interface RetentionPage {
  readonly lines: readonly RetentionLine[];
  readonly announced: readonly Announced[];
  readonly maySet: boolean;
}
