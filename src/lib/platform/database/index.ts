export { openDatabase } from './open-database.ts';
export type { Database, OrganisationDatabase, OrganisationTables } from './open-database.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { newId } from './new-id.ts';
