import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

type NewUnit = { id: string; parentId: string; name: string; headCount: null; position: number; validFrom: Date };
type NewPerson = { id: string; name: string; email: string | null; validFrom: Date };
type NewMembership = { id: string; personId: string; unitId: string; isLead: boolean; validFrom: Date };

/** PostgreSQL takes 65,535 parameters a statement. */
const rowsPerStatement = 5_000;

/** Drafts of lists of people, and writing many people at once. */
export const importStore = ({ tables }: OrganisationDatabase) => ({
  insertDraft: (draft: { id: string; fileName: string; rows: string; madeAt: Date }) =>
    tables.insertInto('importDraft').values(draft).execute(),
  draft: (id: string, madeSince: Date) =>
    tables
      .selectFrom('importDraft')
      .selectAll()
      .where('id', '=', id)
      .where('madeAt', '>=', madeSince)
      .executeTakeFirst(),
  /** For the confirmation: nobody else may be confirming the same list. */
  draftForUpdate: (id: string, madeSince: Date) =>
    tables
      .selectFrom('importDraft')
      .selectAll()
      .where('id', '=', id)
      .where('madeAt', '>=', madeSince)
      .forUpdate()
      .executeTakeFirst(),
  removeDraft: (id: string) => tables.deleteFrom('importDraft').where('id', '=', id).execute(),
  removeDraftsBefore: (moment: Date) => tables.deleteFrom('importDraft').where('madeAt', '<', moment).execute(),
  insertUnits: (units: readonly NewUnit[]) =>
    inPieces(units, (piece) => tables.insertInto('unit').values(piece).execute()),
  insertPeople: (people: readonly NewPerson[]) =>
    inPieces(people, (piece) => tables.insertInto('person').values(piece).execute()),
  insertMemberships: (memberships: readonly NewMembership[]) =>
    inPieces(memberships, (piece) => tables.insertInto('membership').values(piece).execute()),
  endMemberships: (personIds: readonly string[], at: Date) =>
    inPieces(personIds, (piece) =>
      tables
        .updateTable('membership')
        .set({ validUntil: at })
        .where('validUntil', 'is', null)
        .where('personId', 'in', piece)
        .execute(),
    ),
  endPeople: (ids: readonly string[], at: Date) =>
    inPieces(ids, (piece) => tables.updateTable('person').set({ validUntil: at }).where('id', 'in', piece).execute()),
});

async function inPieces<Row>(rows: readonly Row[], write: (piece: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await write(rows.slice(from, from + rowsPerStatement));
}
