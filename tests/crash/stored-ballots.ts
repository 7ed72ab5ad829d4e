import pg from 'pg';
import { runningEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';

export interface StoredBallot {
  readonly number: string;
  /** As it was sealed. */
  readonly sealed: string;
}

/** What the database of the running product holds of this peiling, read past the application. */
export async function storedBallots(
  dataDir: string,
  scanId: string,
  table: 'ballot' | 'open_ballot' = 'ballot',
): Promise<StoredBallot[]> {
  const connection = await runningEmbeddedPostgres(dataDir);
  if (!connection) throw new Error('Its database does not run.');
  const { host, port, database, user } = connection;
  const client = new pg.Client({ host, port, database, user });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: Buffer; sealed: Buffer }>(
      `select number, sealed from ${table} where scan_id = $1`,
      [scanId],
    );
    return rows.map(({ number, sealed }) => ({
      number: number.toString('base64url'),
      sealed: sealed.toString('base64url'),
    }));
  } finally {
    await client.end();
  }
}
