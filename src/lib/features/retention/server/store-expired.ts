import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { AnnouncedKind } from '../contract.ts';

const rows = (result: { numDeletedRows?: bigint; numUpdatedRows?: bigint }): number =>
  Number(result.numDeletedRows ?? result.numUpdatedRows ?? 0n);

/** What is past its period, kind by kind: each gives how many rows went, and 0 when there was nothing left to do. */
export const expiredStore = ({ tables, organisationId }: OrganisationDatabase) => {
  /** A peiling that isn't counted yet compares with its previous one. */
  const neededForComparison = () =>
    tables
      .selectFrom('scan')
      .select('previousScanId')
      .where('state', '!=', 'opened')
      .where('previousScanId', 'is not', null);

  const openedBefore = (before: Date) =>
    tables.selectFrom('scan').select('id').where('state', '=', 'opened').where('openedAt', '<', before);

  return {
    language: async () =>
      (
        await tables
          .selectFrom('organisation')
          .select('language')
          .where('id', '=', organisationId)
          .executeTakeFirstOrThrow()
      ).language,

    unlinkInvitations: async (before: Date) =>
      rows(
        await tables
          .updateTable('invitation')
          .set({ personId: null })
          .where('personId', 'is not', null)
          .where('scanId', 'in', openedBefore(before))
          .where('scanId', 'not in', neededForComparison().$castTo<{ previousScanId: string }>())
          .executeTakeFirstOrThrow(),
      ),

    deleteAnswers: async (before: Date) =>
      rows(
        await tables.deleteFrom('answerBlock').where('scanId', 'in', openedBefore(before)).executeTakeFirstOrThrow(),
      ),

    /** Peilingen counted before this moment that still have something of this kind, the oldest first. */
    scansWith: async (kind: AnnouncedKind, before: Date) => {
      const kept =
        kind === 'words'
          ? tables.selectFrom('openAnswer').select('scanId')
          : tables.selectFrom('resultSnapshot').select('scanId');
      const scans = tables
        .selectFrom('scan')
        .select(['id', 'title', 'openedAt'])
        .where('state', '=', 'opened')
        .where('openedAt', '<', before)
        .where('id', 'in', kept)
        .orderBy('openedAt');
      return (
        kind === 'results'
          ? scans.where('id', 'not in', neededForComparison().$castTo<{ previousScanId: string }>())
          : scans
      ).execute();
    },

    deleteWords: async (scanId: string) =>
      rows(await tables.deleteFrom('openAnswer').where('scanId', '=', scanId).executeTakeFirstOrThrow()),

    /** The newest result is what the organisation works with, however old. */
    newestResult: async () =>
      (
        await tables
          .selectFrom('resultSnapshot as r')
          .innerJoin('scan as s', 's.id', 'r.scanId')
          .select('r.scanId')
          .orderBy('s.openedAt', 'desc')
          .limit(1)
          .executeTakeFirst()
      )?.scanId,

    deleteResult: async (scanId: string) => {
      await tables.deleteFrom('openingReport').where('scanId', '=', scanId).execute();
      return rows(await tables.deleteFrom('resultSnapshot').where('scanId', '=', scanId).executeTakeFirstOrThrow());
    },

    /** Names beside what ended; the step and what it brought stay. */
    unnameSteps: async (before: Date, by: string) => {
      const owners = await tables
        .updateTable('step')
        .set({ ownerName: by, ownerPersonId: null })
        .where('endedAt', '<', before)
        .where('ownerName', '!=', by)
        .executeTakeFirstOrThrow();
      await tables
        .updateTable('step')
        .set({ decidedBy: by })
        .where('endedAt', '<', before)
        .where('decidedBy', '!=', by)
        .execute();
      await tables
        .updateTable('conversation')
        .set({ createdBy: by })
        .where('state', '=', 'agreed')
        .where('createdAt', '<', before)
        .where('createdBy', '!=', by)
        .execute();
      return rows(owners);
    },

    deleteMails: async (before: Date) =>
      rows(await tables.deleteFrom('outboxMail').where('createdAt', '<', before).executeTakeFirstOrThrow()),

    deleteMessages: async (before: Date) =>
      rows(await tables.deleteFrom('contactMessage').where('sentAt', '<', before).executeTakeFirstOrThrow()),

    deleteLog: async (before: Date, by: string) => {
      await tables
        .updateTable('scanPromise')
        .set({ recordedBy: by })
        .where('recordedAt', '<', before)
        .where('recordedBy', '!=', by)
        .execute();
      await tables
        .updateTable('scanConsent')
        .set({ recordedBy: by })
        .where('recordedAt', '<', before)
        .where('recordedBy', '!=', by)
        .execute();
      await tables
        .updateTable('wordsRelease')
        .set({ releasedBy: by })
        .where('releasedAt', '<', before)
        .where('releasedBy', '!=', by)
        .execute();
      await tables
        .updateTable('cutScoreAdoption')
        .set({ adoptedBy: by })
        .where('adoptedAt', '<', before)
        .where('adoptedBy', '!=', by)
        .execute();
      await tables
        .updateTable('pool')
        .set({ importedBy: by })
        .where('importedAt', '<', before)
        .where('importedBy', '!=', by)
        .execute();
      await tables
        .updateTable('researchExport')
        .set({ exportedBy: by })
        .where('exportedOn', '<', before.toISOString().slice(0, 10))
        .where('exportedBy', '!=', by)
        .execute();
      return rows(await tables.deleteFrom('auditEntry').where('at', '<', before).executeTakeFirstOrThrow());
    },
  };
};
