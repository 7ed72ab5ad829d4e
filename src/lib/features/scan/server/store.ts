import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { ScanUnit } from '../contract.ts';
import type { ConsentInput, PromiseInput, ScanInput } from './scan-input.ts';

/** Rows at once: a statement has room for 65,535 values. */
const rowsPerInsert = 1000;

/** Everything this feature asks of its own tables. */
export const scanStore = ({ tables, organisationId }: OrganisationDatabase) => {
  const scans = tables
    .selectFrom('scan as s')
    .leftJoin('scanPromise as p', 'p.scanId', 's.id')
    .leftJoin('scanConsent as c', 'c.scanId', 's.id')
    .leftJoin('scanKey as k', 'k.scanId', 's.id')
    .selectAll('s')
    .select(['p.resultOn', 'p.hoursPerTeam', 'p.eurosPerTeam', 'p.recordedBy as promisedBy'])
    .select(['c.decision', 'c.reason', 'c.recordedBy as consentBy', 'c.recordedAt as consentAt'])
    .select(['c.openingKey as consentKey', 'k.publicKey as openingPublicKey', 'k.keptBy'])
    .select(['k.kind as openingKey', 'k.fingerprint']);

  return {
    scans: () => scans.orderBy('s.createdAt', 'desc').execute(),
    scan: (id: string) => scans.where('s.id', '=', id).executeTakeFirst(),
    /** Without pilots: they have no result to read or to compare with. */
    openedScans: () =>
      scans.where('s.state', '=', 'opened').where('s.kind', '=', 'regular').orderBy('s.openedAt', 'desc').execute(),
    openScans: () =>
      tables
        .selectFrom('scan')
        .select(['id as scanId', 'opensOn', 'closesOn', 'reminderOn'])
        .where('state', '=', 'open')
        .execute(),

    pilotsKeptUntilBefore: (day: string) =>
      tables.selectFrom('scan').select('id as scanId').where('rowsKeptUntil', '<', day).execute(),

    /** Nobody else changes this peiling until the transaction is over. */
    lock: (id: string) => tables.selectFrom('scan').select('state').where('id', '=', id).forUpdate().executeTakeFirst(),

    insertScan: (
      scan: ScanInput & {
        id: string;
        code: string;
        instrumentVersion: string;
        previousScanId: string | null;
        createdAt: Date;
      },
    ) =>
      tables
        .insertInto('scan')
        .values({ ...scan, state: 'draft' })
        .execute(),
    insertAddress: (code: string, scanId: string) =>
      tables.insertInto('publicAddress').values({ code, kind: 'scan', targetId: scanId }).execute(),
    updateScan: (id: string, change: Partial<ScanInput> & ScanChange) =>
      tables.updateTable('scan').set(change).where('id', '=', id).execute(),
    deleteScan: async (id: string) => {
      await tables.deleteFrom('publicAddress').where('targetId', '=', id).execute();
      await tables.deleteFrom('scan').where('id', '=', id).execute();
    },

    keepPromise: (scanId: string, promise: PromiseInput & { recordedBy: string; recordedAt: Date }) =>
      tables
        .insertInto('scanPromise')
        .values({ scanId, ...promise })
        .onConflict((conflict) => conflict.columns(['organisationId', 'scanId']).doUpdateSet(promise))
        .execute(),
    keepConsent: (
      scanId: string,
      consent: Pick<ConsentInput, 'decision'> & {
        reason: string | null;
        openingKey: Uint8Array | null;
        recordedBy: string;
        recordedAt: Date;
      },
    ) =>
      tables
        .insertInto('scanConsent')
        .values({ scanId, ...consent })
        .onConflict((conflict) => conflict.columns(['organisationId', 'scanId']).doUpdateSet(consent))
        .execute(),
    tieConsent: (scanId: string, openingKey: Uint8Array) =>
      tables
        .updateTable('scanConsent')
        .set({ openingKey: Buffer.from(openingKey) })
        .where('scanId', '=', scanId)
        .where('decision', '=', 'consent')
        .execute(),
    dropConsent: (scanId: string) =>
      tables
        .deleteFrom('scanConsent')
        .where('scanId', '=', scanId)
        .where('decision', '!=', 'no-works-council')
        .execute(),

    insertUnits: async (scanId: string, units: readonly ScanUnit[]) => {
      const rows = units.map((unit, position) => ({ ...unit, scanId, position }));
      for (let from = 0; from < rows.length; from += rowsPerInsert) {
        await tables
          .insertInto('scanUnit')
          .values(rows.slice(from, from + rowsPerInsert))
          .execute();
      }
    },
    units: (scanId: string) =>
      tables.selectFrom('scanUnit').selectAll().where('scanId', '=', scanId).orderBy('position').execute(),

    organisationName: async () =>
      (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
        ?.name ?? '',
  };
};

interface ScanChange {
  instrumentVersion?: string;
  previousScanId?: string | null;
  cutScoreVersionId?: string | null;
  state?: 'open' | 'closed' | 'opened';
  openedForAnswersAt?: Date;
  closedAt?: Date;
  openedAt?: Date;
}

export type ScanRow = NonNullable<Awaited<ReturnType<ReturnType<typeof scanStore>['scan']>>>;
