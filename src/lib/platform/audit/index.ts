import type { OrganisationDatabase } from '../database/index.ts';
import { newId } from '../database/index.ts';

/** What was done, in the words of the feature that did it: `scan.opened`. */
export type AuditAction = `${string}.${string}`;

/** Writes what was done, by whom, to what: names and ids of things, never their contents. */
export async function recordAudit(
  database: OrganisationDatabase,
  entry: { at: Date; accountId: string | null; action: AuditAction; subject?: string },
): Promise<void> {
  await database.tables
    .insertInto('auditEntry')
    .values({
      id: newId(),
      at: entry.at,
      accountId: entry.accountId,
      action: entry.action,
      subject: entry.subject ?? null,
    })
    .execute();
}
