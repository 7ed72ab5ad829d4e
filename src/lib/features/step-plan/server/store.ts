import type { Insertable, Updateable } from 'kysely';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { OrganisationTables } from '#lib/platform/database/open-database.ts';
