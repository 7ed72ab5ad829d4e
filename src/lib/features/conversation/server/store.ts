import type { Insertable, Updateable } from 'kysely';
import type { OrganisationDatabase, OrganisationTables } from '#lib/platform/database/index.ts';
import type { AreaCode, Level } from '@lerend/instrument';

type NewConversation = Omit<Insertable<OrganisationTables['conversation']>, 'organisationId'>;
type ConversationChange = Omit<Updateable<OrganisationTables['conversation']>, 'organisationId' | 'id' | 'unitId'>;

/** The conversations and where teams placed themselves in them. */
export const conversationStore = ({ tables, organisationId }: OrganisationDatabase) => {
  const conversations = tables
    .selectFrom('conversation as c')
    .innerJoin('unit as u', 'u.id', 'c.unitId')
    .selectAll('c')
    .select('u.name as unitName')
    .orderBy('c.createdAt', 'desc');

  return {
    all: () => conversations.execute(),
    ofUnit: (unitId: string) => conversations.where('c.unitId', '=', unitId).execute(),
    conversation: (id: string) => conversations.where('c.id', '=', id).executeTakeFirst(),
    /** Nobody else changes this conversation until the transaction is over. */
    lock: (id: string) =>
      tables.selectFrom('conversation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    /** One conversation at a time: two phones that start at once find the same one. */
    insertUnlessOpen: (conversation: NewConversation) =>
      tables
        .insertInto('conversation')
        .values(conversation)
        .onConflict((conflict) =>
          conflict.columns(['organisationId', 'unitId']).where('state', '<>', 'agreed').doNothing(),
        )
        .execute(),
    open: (unitId: string) =>
      tables
        .selectFrom('conversation')
        .selectAll()
        .where('unitId', '=', unitId)
        .where('state', '<>', 'agreed')
        .executeTakeFirst(),
    update: (id: string, change: ConversationChange) =>
      tables.updateTable('conversation').set(change).where('id', '=', id).execute(),

    placing: (conversationId: string) =>
      tables.selectFrom('ownPlacing').select(['area', 'level']).where('conversationId', '=', conversationId).execute(),
    place: async (conversationId: string, placing: readonly (readonly [AreaCode, Level])[]) => {
      for (const [area, level] of placing) {
        await tables
          .insertInto('ownPlacing')
          .values({ conversationId, area, level })
          .onConflict((conflict) =>
            conflict.columns(['organisationId', 'conversationId', 'area']).doUpdateSet({ level }),
          )
          .execute();
      }
    },

    organisationName: async () =>
      (await tables.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
        ?.name ?? '',
  };
};

export type ConversationRow = NonNullable<Awaited<ReturnType<ReturnType<typeof conversationStore>['conversation']>>>;
