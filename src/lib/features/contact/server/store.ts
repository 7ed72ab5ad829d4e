import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { ContactKind, ReceivedMessage } from '../contract.ts';

interface NewMessage {
  readonly id: string;
  readonly contactPersonId: string;
  readonly senderName: string | null;
  readonly senderEmail: string | null;
  readonly subjectKind: ReceivedMessage['subject'];
  readonly lines: readonly string[];
  readonly text: string;
  readonly sentAt: Date;
}

export const contactStore = ({ tables }: OrganisationDatabase) => ({
  people: () =>
    tables.selectFrom('contactPerson').select(['id', 'kind', 'name', 'email', 'about']).orderBy('name').execute(),

  insertPerson: (person: { id: string; kind: ContactKind; name: string; email: string; about: string | null }) =>
    tables.insertInto('contactPerson').values(person).execute(),

  /** Whoever can't be written to any more keeps nothing of what was written. */
  removePerson: async (id: string) => {
    await tables.deleteFrom('contactMessage').where('contactPersonId', '=', id).execute();
    return tables.deleteFrom('contactPerson').where('id', '=', id).returning('id').executeTakeFirst();
  },

  insertMessage: ({ lines, ...message }: NewMessage) =>
    tables
      .insertInto('contactMessage')
      .values({ ...message, shared: JSON.stringify(lines) })
      .execute(),

  messagesOf: (contactPersonIds: readonly string[]) =>
    tables
      .selectFrom('contactMessage')
      .selectAll()
      .where('contactPersonId', 'in', contactPersonIds)
      .orderBy('sentAt', 'desc')
      .orderBy('id')
      .execute(),

  markAnswered: (id: string, contactPersonIds: readonly string[], at: Date) =>
    tables
      .updateTable('contactMessage')
      .set({ answeredAt: at })
      .where('id', '=', id)
      .where('contactPersonId', 'in', contactPersonIds)
      .returning('id')
      .executeTakeFirst(),

  removeMessage: (id: string, contactPersonIds: readonly string[]) =>
    tables
      .deleteFrom('contactMessage')
      .where('id', '=', id)
      .where('contactPersonId', 'in', contactPersonIds)
      .returning('id')
      .executeTakeFirst(),
});
