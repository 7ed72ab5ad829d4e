import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { ColumnType } from 'kysely';
import pg from 'pg';
import { OrganisationScopePlugin } from './organisation-scope.ts';
import { analyseTables, rewriteTables } from './table-upkeep.ts';
import type { DB } from './tables.ts';

type Scoped<Table> = Table extends { organisationId: string }
  ? Omit<Table, 'organisationId'> & { organisationId: ColumnType<string, never, never> }
  : Table;

/** All tables as a store sees them: organisation_id can be read, and is never written by hand. */
export type OrganisationTables = { [Name in keyof DB]: Scoped<DB[Name]> };

/** The only way to an organisation's rows. Every query through `tables` is confined to it. */
export interface OrganisationDatabase {
  readonly organisationId: string;
  readonly tables: Kysely<OrganisationTables>;
  /** Runs the work in one transaction; a throw takes everything back. */
  transaction<Result>(work: (inside: OrganisationDatabase) => Promise<Result>): Promise<Result>;
  /**
   * Writes whole tables anew, those of every organisation in them included, so that the data files keep nothing of
   * deleted rows. False when somebody's transaction still needs them: try again later. Not inside a transaction.
   */
  rewrite(tables: readonly (keyof DB)[]): Promise<boolean>;
  /** After many rows were written at once: lets PostgreSQL look what is there, so that it finds one of them by the right index. */
  analyse(tables: readonly (keyof DB)[]): Promise<void>;
}

export interface Database {
  /** One organisation's handle. */
  of(organisationId: string): OrganisationDatabase;
  /** Sign-in tables and directories; of an organisation's tables only what crosses them: grants and addresses. */
  readonly everyone: Kysely<
    Pick<DB, 'account' | 'session' | 'organisation' | 'publicAddress' | 'grant' | 'verification'>
  >;
  /** For the parts that bring their own queries: sign-in, migrations, jobs. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// Days are days and numbers are numbers: pg would make a moment of the one and a text of the other.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(1182 as never, (value) => (value === '{}' ? [] : value.slice(1, -1).split(',')));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function openDatabase(connection: pg.PoolConfig, onPoolError: (error: Error) => void): Database {
  const pool = new pg.Pool({ max: 10, ...connection });
  // Connections take their leave after the pool says it has ended: a database that stops right then breaks nothing.
  let isClosing = false;
  const onError = (error: Error) => {
    if (!isClosing) onPoolError(error);
  };
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const root = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    of: (organisationId) => scoped(root as unknown as Kysely<OrganisationTables>, organisationId, pool),
    everyone: root as unknown as Database['everyone'],
    pool,
    close: () => {
      isClosing = true;
      return root.destroy();
    },
  };
}

function scoped(root: Kysely<OrganisationTables>, organisationId: string, pool: pg.Pool): OrganisationDatabase {
  const tables = root.withoutPlugins().withPlugin(new OrganisationScopePlugin(organisationId)).withPlugin(camelCase);
  return {
    organisationId,
    tables,
    transaction: (work) =>
      root.isTransaction
        ? work(scoped(root, organisationId, pool))
        : root.transaction().execute((transaction) => work(scoped(transaction, organisationId, pool))),
    rewrite: (names) => {
      if (root.isTransaction) throw new Error('Tables are written anew after the transaction, not inside it.');
      return rewriteTables(pool, names);
    },
    analyse: (names) => analyseTables(pool, names),
  };
}

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });
