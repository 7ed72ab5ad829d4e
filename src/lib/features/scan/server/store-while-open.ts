import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/**
 * A row to insert, if the peiling is open by then, in one statement that holds it as long as it lasts: nobody closes or
 * counts it in between. While somebody counts it this waits, and then finds it counted. With a day also only from its first
 * day to its last; without, the state alone decides.
 */
export function rowWhileOpen<Row extends object>(
  tables: OrganisationDatabase['tables'],
  scanId: string,
  row: Row,
  today?: string,
) {
  const held = tables
    .selectFrom('scan')
    .select(({ val }) => Object.entries(row).map(([name, value]) => val<unknown>(value).as(name)))
    .where('id', '=', scanId)
    .where('state', '=', 'open')
    .forKeyShare();
  const days = today === undefined ? held : held.where('opensOn', '<=', today).where('closesOn', '>=', today);
  return { columns: Object.keys(row) as (keyof Row & string)[], row: days };
}
