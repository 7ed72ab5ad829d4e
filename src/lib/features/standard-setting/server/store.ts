import type { PanelOutcome } from '@lerend/psychometrics';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { Judgements, PanelRole, SessionForm, SessionOutcome } from '../contract.ts';

export const settingStore = ({ tables, organisationId }: OrganisationDatabase) => {
  const panellists = (sessionId: string, round: 1 | 2) =>
    tables
      .selectFrom('panellist as p')
      .leftJoin('panelJudgement as j', (join) =>
        join.onRef('j.panellistId', '=', 'p.id').onRef('j.sessionId', '=', 'p.sessionId').on('j.round', '=', round),
      )
      .select(['p.id', 'p.pseudonym', 'p.role', 'p.keyDigest', 'j.judgements', 'j.isFinished'])
      .where('p.sessionId', '=', sessionId)
      .orderBy('p.pseudonym');

  return {
    sessions: () =>
      tables.selectFrom('standardSetting').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute(),
    session: (id: string) => tables.selectFrom('standardSetting').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Nobody else moves this session, joins it or judges in it until the transaction is over. */
    lock: (id: string) =>
      tables.selectFrom('standardSetting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),

    insertSession: async (session: { id: string; code: string; title: string; form: SessionForm; createdAt: Date }) => {
      await tables
        .insertInto('standardSetting')
        .values({ ...session, state: 'round-1' })
        .execute();
      await tables
        .insertInto('publicAddress')
        .values({ code: session.code, kind: 'standard-setting', targetId: session.id })
        .execute();
    },
    toBetween: (id: string, firstRound: PanelOutcome) =>
      tables
        .updateTable('standardSetting')
        .set({ state: 'between', firstRound: JSON.stringify(firstRound) })
        .where('id', '=', id)
        .execute(),
    toRoundTwo: (id: string) =>
      tables.updateTable('standardSetting').set({ state: 'round-2' }).where('id', '=', id).execute(),
    toClosed: (id: string, outcome: SessionOutcome, closedAt: Date) =>
      tables
        .updateTable('standardSetting')
        .set({ state: 'closed', outcome: JSON.stringify(outcome), closedAt })
        .where('id', '=', id)
        .execute(),
    keepAdopted: (id: string, rationale: { nl: string; en: string }, versionId: string) =>
      tables
        .updateTable('standardSetting')
        .set({ rationaleNl: rationale.nl, rationaleEn: rationale.en, versionId })
        .where('id', '=', id)
        .execute(),
    deleteSession: async (id: string) => {
      await tables.deleteFrom('publicAddress').where('targetId', '=', id).execute();
      await tables.deleteFrom('standardSetting').where('id', '=', id).execute();
    },
    /** Everything that belongs to single panellists, their judgements included. */
    forgetPanel: (id: string) => tables.deleteFrom('panellist').where('sessionId', '=', id).execute(),

    organisationName: async () =>
      (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
        ?.name ?? '',

    panellists: (sessionId: string, round: 1 | 2) => panellists(sessionId, round).execute(),
    panellistByKey: (sessionId: string, round: 1 | 2, digest: Uint8Array) =>
      panellists(sessionId, round).where('p.keyDigest', '=', digest).executeTakeFirst(),
    panellist: (sessionId: string, round: 1 | 2, id: string) =>
      panellists(sessionId, round).where('p.id', '=', id).executeTakeFirst(),
    insertPanellist: (panellist: {
      sessionId: string;
      id: string;
      pseudonym: string;
      role: PanelRole;
      keyDigest: Uint8Array | null;
    }) => tables.insertInto('panellist').values(panellist).execute(),
    removePanellist: (sessionId: string, id: string) =>
      tables
        .deleteFrom('panellist')
        .where('sessionId', '=', sessionId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),

    keepJudgements: (
      of: { sessionId: string; panellistId: string; round: 1 | 2 },
      judgements: Judgements,
      isFinished: boolean,
    ) => {
      const kept = { judgements: JSON.stringify(judgements), isFinished };
      return tables
        .insertInto('panelJudgement')
        .values({ ...of, ...kept })
        .onConflict((conflict) =>
          conflict.columns(['organisationId', 'sessionId', 'panellistId', 'round']).doUpdateSet(kept),
        )
        .execute();
    },
  };
};

export type SessionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof settingStore>['session']>>>;
export type PanellistRow = Awaited<ReturnType<ReturnType<typeof settingStore>['panellists']>>[number];
