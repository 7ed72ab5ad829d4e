import { sql } from 'kysely';

export async function reach(platform: {
  database: { pool: { query(text: string): Promise<unknown> }; everyone: { selectFrom(t: string): unknown } };
}): Promise<void> {
  await platform.database.pool.query('select 1');
  platform.database.everyone.selectFrom('ballot');
  sql`select 1`;
}
export const figure = 3 as unknown as Published<number>;
type Published<T> = T & { readonly mark: true };
