import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { runningEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import type { FoundBallot, FoundIssuance } from './evidence.ts';

/** As `platform/embedded-postgres` names it: it may read all and hold on to the log. */
const superuser = 'postgres';

/** The database as whoever administers it sees it, past the application. */
export async function openDatabaseOf(dataDir: string) {
  const connection = await runningEmbeddedPostgres(dataDir);
  if (!connection) throw new Error('Its database does not run.');
  const { host, port, database } = connection;
  const pool = new pg.Pool({ host, port, database, user: superuser, max: 1 });
  // Connections take their leave after the pool says that it has ended: the database that stops then breaks nothing.
  pool.on('error', () => undefined);
  const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await pool.query<Row>(text, values)).rows;
  return { query, end: () => pool.end() };
}

export type RawDatabase = Awaited<ReturnType<typeof openDatabaseOf>>;

/** PostgreSQL's own folder somewhere under the data. */
export function postgresFolder(dataDir: string): string {
  const versions = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name === 'PG_VERSION',
  );
  const shortest = versions.map(({ parentPath }) => parentPath).sort((a, b) => a.length - b.length)[0];
  if (!shortest) throw new Error(`No PostgreSQL under ${dirname(join(dataDir, 'x'))}.`);
  return shortest;
}

interface BallotRow {
  scan: string;
  group: string;
  number: Buffer;
  prefix: Buffer;
  credential: Buffer;
  counter: string;
  sealed: Buffer;
  signature: Buffer;
}

/** Copies the tables of ballots again and again while they come in, and keeps what is new in each copy. */
export function pollCopies(database: RawDatabase, everyMs: number) {
  const ballots = new Map<string, FoundBallot & { scanId: string }>();
  const issuance = new Map<string, FoundIssuance & { scanId: string }>();
  let isOver = false;
  const copy = async () => {
    // All that a copy of the tables would hold and the ones before didn't; xmin numbers the transactions in their order.
    const rows = await database.query<BallotRow>(
      `select scan_id as scan, group_id as group, number, prefix, credential, counter, sealed, signature
        from ballot where number <> all ($1) order by xmin::text::bigint`,
      [[...ballots.values()].map(({ number }) => number)],
    );
    for (const { scan, group, number, counter, ...bytes } of rows) {
      const found = {
        groupId: group,
        number,
        counter: Number(counter),
        sealedOn: 'device',
        order: ballots.size,
      } as const;
      ballots.set(number.toString('hex'), { ...bytes, ...found, scanId: scan });
    }
    const used = await database.query<{ scan: string; tag: Buffer; digest: Buffer }>(
      'select scan_id as scan, issue_tag as tag, request_digest as digest from issuance',
    );
    for (const { scan, tag, digest } of used)
      issuance.set(tag.toString('hex'), { scanId: scan, issueTag: tag, requestDigest: digest });
  };
  const loop = (async () => {
    while (!isOver) {
      await copy();
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await loop;
      await copy();
      return { ballots: [...ballots.values()], issuance: [...issuance.values()] };
    },
  };
}
