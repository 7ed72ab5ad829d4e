import { sql } from 'kysely';
import type { AuditReport } from '@lerend/disclosure';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/**
 * Whether groups were laid beside the figures of units, or couldn't be, since it isn't known any more who is in which; or the
 * result comes without them, since they tell too much there.
 */
export type GroupsAudit = 'checked' | 'not-checked' | 'held-back';

/** What an audit found, as it is kept. */
export interface KeptAudit extends AuditReport {
  /** What was done with the page about groups; absent where there is none, and in audits of before it was looked at so. */
  readonly groups?: GroupsAudit;
}

/** A snapshot as it is kept. */
export interface ResultDocument {
  readonly scanId: string;
  readonly methodVersion: string;
  readonly json: string;
}

/** Everything this feature asks of its own table, and the invited lists that it compares. */
export const resultStore = ({ tables }: OrganisationDatabase) => ({
  /** One at a time finishes a peiling, until the transaction is over. */
  lock: (scanId: string) =>
    sql`select pg_advisory_xact_lock(hashtextextended(${`result:${scanId}`}, 0))`.execute(tables),

  /** What there is about a result, without the document itself. */
  result: (scanId: string) =>
    tables
      .selectFrom('resultSnapshot')
      .leftJoin('disclosureAudit', 'disclosureAudit.scanId', 'resultSnapshot.scanId')
      .select(['resultSnapshot.scanId', 'madeAt', 'publishedAt', 'holdsBack'])
      .where('resultSnapshot.scanId', '=', scanId)
      .executeTakeFirst(),

  /** Of every counted peiling, the last one first. */
  results: () =>
    tables
      .selectFrom('resultSnapshot as r')
      .innerJoin('scan as s', 's.id', 'r.scanId')
      .leftJoin('scanPromise as p', 'p.scanId', 'r.scanId')
      .leftJoin('scan as b', 'b.id', 's.previousScanId')
      .leftJoin('disclosureAudit as a', 'a.scanId', 'r.scanId')
      .select(['r.scanId', 'r.madeAt', 'r.publishedAt', 's.title', 's.form', 's.closesOn', 's.minimumGroupSize'])
      .select(['p.resultOn', 'b.title as previousTitle', 'a.holdsBack'])
      .orderBy('r.madeAt', 'desc')
      .orderBy('r.scanId')
      .execute(),

  document: async (scanId: string): Promise<unknown> =>
    (await tables.selectFrom('resultSnapshot').select('snapshot').where('scanId', '=', scanId).executeTakeFirst())
      ?.snapshot,

  keep: ({ json, ...document }: ResultDocument, madeAt: Date) =>
    tables
      .insertInto('resultSnapshot')
      .values({ ...document, snapshot: json, madeAt })
      .execute(),

  /** In the place of a snapshot that nobody could read. */
  replace: ({ scanId, methodVersion, json }: ResultDocument, madeAt: Date) =>
    tables
      .updateTable('resultSnapshot')
      .set({ methodVersion, snapshot: json, madeAt })
      .where('scanId', '=', scanId)
      .execute(),

  keepAudit: (scanId: string, report: KeptAudit, holdsBack: boolean, auditedAt: Date) => {
    const row = { report: JSON.stringify(report), holdsBack, auditedAt };
    return tables
      .insertInto('disclosureAudit')
      .values({ scanId, ...row })
      .onConflict((conflict) => conflict.columns(['organisationId', 'scanId']).doUpdateSet(row))
      .execute();
  },

  audit: (scanId: string) =>
    tables
      .selectFrom('disclosureAudit')
      .select(['report', 'holdsBack', 'auditedAt'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  publish: (scanId: string, at: Date) =>
    tables
      .updateTable('resultSnapshot')
      .set({ publishedAt: at })
      .where('scanId', '=', scanId)
      .where('publishedAt', 'is', null)
      .execute(),

  closedScans: () =>
    tables
      .selectFrom('scan')
      .select(['id', 'title', 'closesOn'])
      .where('state', '=', 'closed')
      .orderBy('closedAt', 'desc')
      .execute(),

  /** Days on which a result was promised of a peiling that was opened, the nearest first. */
  promisedDays: () =>
    tables
      .selectFrom('scanPromise as p')
      .innerJoin('scan as s', 's.id', 'p.scanId')
      .select('p.resultOn')
      .where('s.state', '!=', 'draft')
      .where('s.kind', '=', 'regular')
      .orderBy('p.resultOn')
      .execute(),

  /** Who was invited in which unit of the organisation; without a person for a card that was drawn by hand. */
  invited: (scanId: string) =>
    tables
      .selectFrom('invitation as i')
      .innerJoin('scanUnit as u', (join) => join.onRef('u.id', '=', 'i.scanUnitId').onRef('u.scanId', '=', 'i.scanId'))
      .select(['i.personId', 'u.sourceUnitId'])
      .where('i.scanId', '=', scanId)
      .execute(),
});

export type ResultRow = Awaited<ReturnType<ReturnType<typeof resultStore>['results']>>[number];
