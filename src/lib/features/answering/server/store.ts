import type { OrganisationDatabase } from '#lib/platform/database/index.ts';

/** Rows at once: a statement has room for 65,535 values. */
const rowsPerInsert = 5000;

/** Ballots and what becomes of them. No row has a time, and reading never depends on the order in which rows came. */
export const answeringStore = ({ tables }: OrganisationDatabase) => ({
  keepBallot: (ballot: { scanId: string; number: Uint8Array; scanUnitId: string; payload: Uint8Array }) =>
    tables
      .insertInto('ballot')
      .values({ ...ballot, number: Buffer.from(ballot.number), payload: Buffer.from(ballot.payload) })
      .onConflict((conflict) =>
        conflict.columns(['organisationId', 'scanId', 'number']).doUpdateSet({ payload: Buffer.from(ballot.payload) }),
      )
      .execute(),

  keepOpenBallot: (ballot: { scanId: string; number: Uint8Array; payload: Uint8Array }) =>
    tables
      .insertInto('openBallot')
      .values({ scanId: ballot.scanId, number: Buffer.from(ballot.number), payload: Buffer.from(ballot.payload) })
      .onConflict((conflict) =>
        conflict.columns(['organisationId', 'scanId', 'number']).doUpdateSet({ payload: Buffer.from(ballot.payload) }),
      )
      .execute(),

  scanState: (scanId: string) =>
    tables.selectFrom('scan').select(['state', 'opensOn', 'closesOn']).where('id', '=', scanId).executeTakeFirst(),

  /** Waits for ballots that are being stored, and lets no new one in until this transaction ends. */
  lockScan: (scanId: string) =>
    tables
      .selectFrom('scan')
      .select(['state', 'form', 'instrumentVersion', 'kind'])
      .where('id', '=', scanId)
      .forUpdate()
      .executeTakeFirst(),

  ballotsPerUnit: (scanId: string) =>
    tables
      .selectFrom('ballot')
      .select(['scanUnitId', ({ fn }) => fn.countAll<number>().as('count')])
      .where('scanId', '=', scanId)
      .groupBy('scanUnitId')
      .execute(),

  takeBallots: (scanId: string) =>
    tables.deleteFrom('ballot').where('scanId', '=', scanId).returning(['scanUnitId', 'payload']).execute(),

  takeOpenBallots: (scanId: string) =>
    tables.deleteFrom('openBallot').where('scanId', '=', scanId).returning('payload').execute(),

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

  keepReport: (report: { scanId: string; counted: number; rejected: object; languages: object; speedBands: object }) =>
    tables
      .insertInto('openingReport')
      .values({
        scanId: report.scanId,
        counted: report.counted,
        rejected: JSON.stringify(report.rejected),
        languages: JSON.stringify(report.languages),
        speedBands: JSON.stringify(report.speedBands),
      })
      .execute(),

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
    tables.selectFrom('openAnswer').select(['questionId', 'text']).where('scanId', '=', scanId).orderBy('id').execute(),

  /** The only other trace between a code and a ballot goes in the same transaction as the ballots. */
  forgetNumbers: (scanId: string) =>
    tables
      .updateTable('invitation')
      .set({ numberDigest: null })
      .where('scanId', '=', scanId)
      .where('numberDigest', 'is not', null)
      .execute(),
});

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, part) =>
    rows.slice(part * rowsPerInsert, (part + 1) * rowsPerInsert),
  );
}
