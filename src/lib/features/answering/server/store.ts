import { sql } from 'kysely';
import type { PublishedNumbers, ReceivedBallot } from '@lerend/ballot';
import { rowWhileOpen } from '#lib/features/scan/server/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Rows at once: a statement has room for 65,535 values. */
const rowsPerInsert = 5000;

const numbered = ['organisationId', 'scanId', 'number'] as const;

/** A ballot as it is read: the seal, most of it, as base64, which is for whoever opens it to undo. */
export interface KeptBallot extends Omit<ReceivedBallot, 'sealed'> {
  readonly sealed: string;
}

export interface CountReport {
  readonly scanId: string;
  readonly counted: number;
  readonly rejected: object;
  readonly languages: object;
  readonly speedBands: object;
  readonly sealedOn: object;
  readonly published: PublishedNumbers;
}

/** Ballots and what becomes of them. No row has a time, and reading never depends on the order in which rows came. */
export const answeringStore = ({ tables }: OrganisationDatabase) => ({
  /** Keeps it unless one with this counter or a later one is there, or the peiling isn't open on this day; false then. */
  keepBallot: (scanId: string, ballot: ReceivedBallot, today: string) => {
    const { columns, row } = rowWhileOpen(tables, scanId, rowOf(scanId, ballot), today);
    return isKept(
      insertInto(tables, ballot)
        .columns(columns)
        .expression(row as never),
      ballot,
    );
  },

  /** The same for what came in before ballots were sealed, whatever the state of its peiling. */
  keepEarlyBallot: (scanId: string, ballot: ReceivedBallot) =>
    isKept(insertInto(tables, ballot).values(rowOf(scanId, ballot) as never), ballot),

  /** What is kept under a number. */
  ballot: (scanId: string, { groupId, number }: Pick<ReceivedBallot, 'groupId' | 'number'>) =>
    tables
      .selectFrom(tableOf({ groupId }))
      .select(['counter', 'sealed'])
      .where('scanId', '=', scanId)
      .where('number', '=', Buffer.from(number))
      .executeTakeFirst(),

  /** As it is now, also when this process knows an older copy. */
  scanNow: (scanId: string) =>
    tables.selectFrom('scan').select(['state', 'opensOn', 'closesOn']).where('id', '=', scanId).executeTakeFirst(),

  /** Waits for ballots that are being stored, and lets no new one in until this transaction ends. */
  lockScan: (scanId: string) =>
    tables
      .selectFrom('scan')
      .select(['state', 'form', 'instrumentVersion', 'kind', 'minimumGroupSize', 'profileQuestions'])
      .where('id', '=', scanId)
      .forUpdate()
      .executeTakeFirst(),

  ballotsPerGroup: (scanId: string) =>
    tables
      .selectFrom('ballot')
      .select(['groupId', ({ fn }) => fn.countAll<number>().as('count')])
      .where('scanId', '=', scanId)
      .groupBy('groupId')
      .execute(),

  countBallots: async (scanId: string) => {
    const { n } = await tables
      .selectFrom('ballot')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('scanId', '=', scanId)
      .executeTakeFirstOrThrow();
    return Number(n);
  },

  /**
   * Takes the next ballots in the order of their numbers, from after `after`: they are deleted as they are read. A
   * hundred thousand of them don't fit in memory at once.
   */
  takeBallots: (scanId: string, after: Uint8Array, most: number): Promise<KeptBallot[]> =>
    taking(tables, 'ballot', { scanId, after, most }).returning('groupId').execute(),

  /** The same of those with words. */
  takeOpenBallots: async (scanId: string, after: Uint8Array, most: number): Promise<KeptBallot[]> => {
    const rows = await taking(tables, 'openBallot', { scanId, after, most }).execute();
    return rows.map((row) => ({ ...row, groupId: null }));
  },

  dropBallots: async (scanId: string) => {
    await tables.deleteFrom('ballot').where('scanId', '=', scanId).execute();
    await tables.deleteFrom('openBallot').where('scanId', '=', scanId).execute();
  },

  keepBlocks: async (scanId: string, blocks: readonly { groupId: string; n: number; items: Uint8Array }[]) => {
    const rows = blocks.map(({ groupId, n, items }) => ({
      scanId,
      scanUnitId: groupId,
      respondents: n,
      items: Buffer.from(items),
    }));
    for (const some of inParts(rows)) await tables.insertInto('answerBlock').values(some).execute();
  },

  keepOpenAnswers: async (rows: readonly { scanId: string; id: string; questionId: string; text: string }[]) => {
    for (const some of inParts(rows)) await tables.insertInto('openAnswer').values(some).execute();
  },

  keepReport: (report: CountReport) =>
    tables
      .insertInto('openingReport')
      .values({
        scanId: report.scanId,
        counted: report.counted,
        rejected: JSON.stringify(report.rejected),
        languages: JSON.stringify(report.languages),
        speedBands: JSON.stringify(report.speedBands),
        sealedOn: JSON.stringify(report.sealedOn),
        publishedNumbers: Buffer.concat(report.published.numbers),
        withdrawalProofs: Buffer.concat(report.published.withdrawals),
      })
      .execute(),

  published: (scanId: string) =>
    tables
      .selectFrom('openingReport')
      .select(['publishedNumbers', 'withdrawalProofs'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  notWiped: async () =>
    (await tables.selectFrom('openingReport').select('scanId').where('isWiped', '=', false).execute()).map(
      ({ scanId }) => scanId,
    ),

  markWiped: (scanIds: readonly string[]) =>
    tables.updateTable('openingReport').set({ isWiped: true }).where('scanId', 'in', scanIds).execute(),

  report: (scanId: string) =>
    tables
      .selectFrom('openingReport')
      .select(['counted', 'rejected', 'languages', 'speedBands'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  blocks: (scanId: string) =>
    tables
      .selectFrom('answerBlock')
      .select(['scanUnitId', 'respondents', 'items'])
      .where('scanId', '=', scanId)
      .orderBy('scanUnitId')
      .execute(),

  keepResearchBlock: (block: { scanId: string; respondents: number; itemIds: string[]; rows: Uint8Array }) =>
    tables
      .insertInto('researchBlock')
      .values({ ...block, rows: Buffer.from(block.rows) })
      .execute(),

  researchBlock: (scanId: string) =>
    tables
      .selectFrom('researchBlock')
      .select(['respondents', 'itemIds', 'rows'])
      .where('scanId', '=', scanId)
      .executeTakeFirst(),

  dropResearchBlock: (scanId: string) =>
    tables.deleteFrom('researchBlock').where('scanId', '=', scanId).returning('scanId').executeTakeFirst(),

  openAnswers: (scanId: string) =>
    tables
      .selectFrom('openAnswer')
      .select(['id', 'questionId', 'text'])
      .where('scanId', '=', scanId)
      .orderBy('id')
      .execute(),

  openAnswersPerQuestion: (scanId: string) =>
    tables
      .selectFrom('openAnswer')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('scanId', '=', scanId)
      .groupBy('questionId')
      .execute(),

  replaceOpenAnswer: ({ scanId, id, from, to }: { scanId: string; id: string; from: string; to: string }) =>
    tables
      .updateTable('openAnswer')
      .set({ text: to })
      .where('scanId', '=', scanId)
      .where('id', '=', id)
      .where('text', '=', from)
      .returning('id')
      .executeTakeFirst(),
});

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, part) =>
    rows.slice(part * rowsPerInsert, (part + 1) * rowsPerInsert),
  );
}

type BallotTable = 'ballot' | 'openBallot';
type Tables = OrganisationDatabase['tables'];
type Kind = Pick<ReceivedBallot, 'groupId'>;

const tableOf = ({ groupId }: Kind): BallotTable => (groupId === null ? 'openBallot' : 'ballot');

/** Both tables have these columns; that of ballots has their group too. */
const insertInto = (tables: Tables, kind: Kind) => tables.insertInto(tableOf(kind) as 'ballot');

interface Taking {
  readonly scanId: string;
  readonly after: Uint8Array;
  readonly most: number;
}

/** The seal, most of a ballot, as base64: the driver would get each byte as two digits, and this is a third shorter. */
const taking = (tables: Tables, table: BallotTable, { scanId, after, most }: Taking) => {
  const following = tables
    .selectFrom(table as 'ballot')
    .select('number')
    .where('scanId', '=', scanId)
    .where('number', '>', Buffer.from(after));
  return tables
    .deleteFrom(table as 'ballot')
    .where('scanId', '=', scanId)
    .where('number', '>', Buffer.from(after))
    .where('number', '<=', ({ selectFrom }) =>
      selectFrom(following.orderBy('number').limit(most).as('next')).select(({ fn }) =>
        fn.max('next.number').as('last'),
      ),
    )
    .returning(['number', 'prefix', 'credential', 'counter', 'signature', 'sealedOn', 'mark'])
    .returning(sql<string>`encode(sealed, 'base64')`.as('sealed'));
};

async function isKept(insertion: ReturnType<typeof insertInto>, ballot: ReceivedBallot): Promise<boolean> {
  const changed = Object.keys(rowOf('', ballot)).filter((name) => name !== 'scanId' && name !== 'number');
  const kept = await insertion
    .onConflict((conflict) =>
      conflict
        .columns(numbered)
        .doUpdateSet(({ ref }) => Object.fromEntries(changed.map((name) => [name, ref(`excluded.${name}` as never)])))
        .whereRef(`${tableOf(ballot) as 'ballot'}.counter`, '<', 'excluded.counter'),
    )
    .returning('scanId')
    .executeTakeFirst();
  return kept !== undefined;
}

function rowOf(scanId: string, { groupId, counter, sealedOn, ...bytes }: ReceivedBallot) {
  const { number, prefix, credential, sealed, signature, mark } = bytes;
  return {
    scanId,
    counter,
    sealedOn,
    number: Buffer.from(number),
    prefix: Buffer.from(prefix),
    credential: Buffer.from(credential),
    sealed: Buffer.from(sealed),
    signature: Buffer.from(signature),
    mark: mark ? Buffer.from(mark) : null,
    ...(groupId === null ? {} : { groupId }),
  };
}

/** The tables of which no deleted row may stay in the data files. */
export const wipedTables = ['ballot', 'openBallot', 'issuance', 'scanGroup', 'scanKey'] as const;
