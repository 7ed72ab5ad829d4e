export { authorize } from './authorize.ts';
import type { AuditAction } from '../audit/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database, OrganisationDatabase } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Language } from '../language/index.ts';
import type { Log } from '../log/index.ts';
import type { Mailer } from '../mail/index.ts';
import type { KeyFiles, Secrets } from '../secrets/index.ts';
import type { Settings } from '../settings/index.ts';

export const roles = ['coordinator', 'manager', 'member', 'director', 'works-council', 'adviser'] as const;
export type Role = (typeof roles)[number];

/** What can be granted: the roles, and keeping keys, which is none: who only keeps keys sees nothing that a role lets see. */
export const grantable = [...roles, 'keeper'] as const;
export type Grantable = (typeof grantable)[number];

/** Who acts, and what was granted to them in this organisation at this moment. */
export interface Actor {
  /** Null for the product itself (a job, the example organisation's maker). */
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly personId: string | null;
  /** Roles held for the whole organisation. */
  readonly roles: ReadonlySet<Role>;
  /** Units that are led, with everything below them. */
  readonly leads: ReadonlySet<string>;
  /** Units one works in, with everything above them. */
  readonly belongsTo: ReadonlySet<string>;
  /** Named by the organisation to make and keep the keys of its peilingen. */
  readonly keepsKeys: boolean;
}

/** What the whole installation shares; made once, in the composition root. */
export interface Platform {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly publicUrl: string;
  /** Keys that open ballots, of peilingen without a keeper: on the disk from the opening to the count. */
  readonly openingKeys: KeyFiles;
  readonly anonymity: Settings['anonymity'];
  /** SHA-256 (base64url) of the scripts of the respondent's page; null where pages aren't built. */
  readonly respondentPage: string | null;
}

/** Everything that a command or a question of a feature needs: one actor in one organisation. */
export interface Context extends Omit<Platform, 'database'> {
  readonly database: OrganisationDatabase;
  readonly actor: Actor;
  readonly language: Language;
}

export function contextOf(
  platform: Platform,
  who: { organisationId: string; actor: Actor; language: Language },
): Context {
  const { database, ...rest } = platform;
  return { ...rest, database: database.of(who.organisationId), actor: who.actor, language: who.language };
}

/** The product acting by itself, by the clock: it may do what its own feature lets it. */
export const productActor: Actor = {
  accountId: null,
  name: 'Lerend',
  email: null,
  personId: null,
  roles: new Set(),
  leads: new Set(),
  belongsTo: new Set(),
  keepsKeys: false,
};

/** The same context, with its queries inside one transaction. */
export function inTransaction<Result>(context: Context, work: (inside: Context) => Promise<Result>): Promise<Result> {
  return context.database.transaction((database) => work({ ...context, database }));
}

/** Writes in the audit log what this actor did. */
export function audit(context: Context, action: AuditAction, subject?: string): Promise<void> {
  return recordAudit(context.database, {
    at: context.clock.now(),
    accountId: context.actor.accountId,
    action,
    ...(subject ? { subject } : {}),
  });
}
