import { constants, createPublicKey, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { join } from 'node:path';
import { snapshotForm } from '@lerend/analysis';
import { encodeBallot, unsealPartWith } from '@lerend/ballot';
import type { Answer, ReceivedBallot } from '@lerend/ballot';
import { confirmImport, previewImport } from '#lib/features/organisation/server/index.ts';
import { nodeCryptography } from '#lib/features/answering/server/node-cryptography.ts';
import { manifestOf } from '#lib/features/manifest/server/index.ts';
import { tagOf } from '#lib/features/invitation/server/derived-code.ts';
import { finishScan } from '#lib/features/result/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { openedPeiling } from '../product/make-peiling.ts';
import type { OpenPeiling } from '../product/make-peiling.ts';
import { chanceFrom, everyoneAnswers, fillIn, unitSizes } from './crowd.ts';
import type { Answered, Person } from './crowd.ts';
import { pollCopies, postgresFolder } from './database.ts';
import type { RawDatabase } from './database.ts';
import type { Found, FoundBallot, Observed } from './evidence.ts';
import { orderInFolder, orderInLog } from './search-files.ts';
import type { Wanted } from './search-files.ts';

const form = 'short';

/** A piece of a sealed ballot that tells it from all others, also where nothing is sealed: there the number begins. */
const piece = { from: 66, to: 98 };

const { itemIds } = snapshotForm(form);

export interface RunWish {
  readonly context: Context;
  readonly database: RawDatabase;
  readonly dataDir: string;
  readonly port: number;
  /** Peilingen side by side, each with everyone: a run each. */
  readonly count: number;
  readonly people: number;
  readonly seed: number;
}

export interface Run {
  readonly observed: Observed;
  /** The largest and the mean over all who answered. */
  readonly sessionPerGap: { readonly largest: number; readonly mean: number };
}

/** Plays peilingen from the invitation to the count on the real server and database, and gathers what is left to see. */
export async function runPeilingen(wish: RunWish): Promise<readonly Run[]> {
  const { context, database, dataDir, count, people, seed } = wish;
  const chance = chanceFrom(seed);
  await importUnits(context, unitSizes(people, chance));
  const peilingen: OpenPeiling[] = [];
  for (let at = 0; at < count; at++) peilingen.push(await openedPeiling(context, form));
  const polling = pollCopies(database, 2000);
  const played = await Promise.all(peilingen.map((peiling, at) => play(wish, peiling, { at, seed: seed * 1000 + at })));
  const copies = await polling.stop();
  const [long] = await database.query<{ file: string }>(
    "select pg_relation_filenode(reltoastrelid)::text as file from pg_class where oid = 'ballot'::regclass",
  );
  const opened = [];
  for (const { peiling, ...one } of played) {
    const secret = await secretsOf(context, peiling.scanId);
    await finishScan(context, { scanId: peiling.scanId });
    opened.push({ peiling, secret, ...one });
  }
  await database.query('checkpoint');
  const ballots = opened.flatMap(({ answered }) => answered.map(({ ballot }) => ballot));
  const sealed = new Map(ballots.map((ballot) => [hex(ballot.number), ballot.sealed.subarray(piece.from, piece.to)]));
  const tags = new Map(copies.issuance.map(({ issueTag }) => [hex(issueTag), issueTag]));
  const numbers = new Map(ballots.map(({ number }) => [hex(number), number]));
  const [base, log] = ['base', 'pg_wal'].map((name) => join(postgresFolder(dataDir), name)) as [string, string];
  const longValues = { file: long?.file ?? '', offset: piece.from };
  const inBase = (wanted: Wanted) => orderInFolder(base, longValues, wanted);
  const places: Places = {
    files: { sealed: inBase(sealed), tags: inBase(tags), numbers: inBase(numbers) },
    log: { sealed: orderInLog(log, sealed), tags: orderInLog(log, tags), numbers: orderInLog(log, numbers) },
  };
  const runs: Run[] = [];
  for (const { peiling, secret, people: persons, answered } of opened) {
    const ofScan = { scanId: peiling.scanId, answered, copies, places };
    runs.push({
      observed: {
        ...(await atTheEnd({ context, database, peiling, persons, answered })),
        ...seen(ofScan),
        ...secret,
        web: answered.map(({ line }) => line),
      },
      sessionPerGap: ratios(answered),
    });
  }
  return runs;
}

async function importUnits(context: Context, sizes: readonly number[]): Promise<void> {
  const rows = sizes.flatMap((size, unit) =>
    Array.from(
      { length: size },
      (_, at) => `Mens ${unit + 1}-${at + 1};Afdeling ${Math.floor(unit / 4) + 1} > Team ${unit + 1}`,
    ),
  );
  const bytes = new TextEncoder().encode(['naam;onderdeel', ...rows].join('\n'));
  const { draftId } = await previewImport(context, { name: 'mensen.csv', bytes });
  await confirmImport(context, { draftId });
}

async function play({ port }: RunWish, peiling: OpenPeiling, { at, seed }: { at: number; seed: number }) {
  const chance = chanceFrom(seed);
  const people = peiling.invitations.map(({ code }, person): Person => {
    const address = `127.${at + 1}.${1 + (person >> 7)}.${1 + (person & 127)}`;
    const filled = fillIn({ form, instrumentVersion: peiling.instrumentVersion, itemIds }, chance);
    return { code, address, filled };
  });
  return { peiling, people, answered: await everyoneAnswers({ port, scanCode: peiling.code }, people, chance) };
}

/** A pair of keys to which nothing was sealed: all that an attacker without the opening key has. */
function keyOfNobody(): { publicKey: Uint8Array; privateKey: Uint8Array } {
  const { d = '', x = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { publicKey: Buffer.from(x, 'base64url'), privateKey: Buffer.from(d, 'base64url') };
}

/** What only holders of keys can do, kept from before the count destroys them. */
async function secretsOf(context: Context, scanId: string): Promise<Pick<Observed, 'read' | 'signedFor'>> {
  const manifest = await manifestOf(context.database, scanId);
  const privateKey = await context.openingKeys.read(scanId);
  if (!manifest || !privateKey) throw new Error('This peiling has no keys.');
  const openingKey = { publicKey: manifest.openingKey.publicKey, privateKey: new Uint8Array(privateKey) };
  const keys = { kind: 'ballot', scanId, groupKeys: new Map(manifest.groupKeys) } as const;
  const withKey = await unsealPartWith(nodeCryptography, { ...keys, openingKey });
  const without = await unsealPartWith(nodeCryptography, { ...keys, openingKey: keyOfNobody() });
  const groupKey = new Map(
    Array.from(manifest.groupKeys, ([id, spki]) => [
      id,
      createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
    ]),
  );
  return {
    read: async (ballot, hasKey) => {
      const [outcome] = await (hasKey ? withKey : without)([ballot]);
      return outcome === undefined || typeof outcome === 'string' ? undefined : rowOf(outcome.payload);
    },
    signedFor: ({ groupId, credential }) => {
      const key = groupKey.get(groupId);
      if (!key) throw new Error('A ballot of a group without a key.');
      return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, credential);
    },
  };
}

/** What the database holds once all was counted. */
async function atTheEnd({
  context,
  database,
  peiling,
  persons,
  answered,
}: Pick<RunWish, 'context' | 'database'> & {
  readonly peiling: OpenPeiling;
  readonly persons: readonly Person[];
  readonly answered: readonly Answered[];
}) {
  const blocks = await database.query<{ group: string; items: Buffer }>(
    'select scan_unit_id as group, items from answer_block where scan_id = $1',
    [peiling.scanId],
  );
  const groupOf = new Map(answered.map(({ line, ballot }) => [line.person, ballot.groupId]));
  const width = itemIds.length;
  const rows = new Map(
    blocks.map(({ group, items }) => [
      group,
      Array.from(
        { length: items.length / width },
        (_, row) => new Uint8Array(items.subarray(row * width, (row + 1) * width)),
      ),
    ]),
  );
  return {
    people: persons.map(({ code }, person) => ({
      // With whom they are counted isn't secret: their page says it.
      groupId: groupOf.get(person) ?? '',
      codeTag: tagOf(context.secrets, peiling.scanId, code),
    })),
    truth: persons.map(({ filled }) => rowOf(encodeBallot(filled)) ?? new Uint8Array()),
    rows,
    bytesOf: (row: Uint8Array) => lengthOf(row, peiling.instrumentVersion),
  };
}

type Place = Readonly<Record<'sealed' | 'tags' | 'numbers', ReadonlyMap<string, number>>>;

interface Places {
  readonly files: Place;
  readonly log: Place;
}

/** What copies, files and log hold of one peiling; of a ballot of which a piece stands there, all counts as found. */
function seen({
  scanId,
  answered,
  copies,
  places,
}: {
  scanId: string;
  answered: readonly Answered[];
  copies: {
    ballots: readonly (FoundBallot & { scanId: string })[];
    issuance: readonly (Found['issuance'][number] & { scanId: string })[];
  };
  places: Places;
}): Pick<Observed, 'copies' | 'files' | 'log'> {
  const issuance = copies.issuance.filter((one) => one.scanId === scanId);
  const foundIn = (place: Place): Found => ({
    ballots: answered.flatMap(({ ballot }) => {
      const order = place.sealed.get(hex(ballot.number));
      return order === undefined ? [] : [{ ...ballot, order }];
    }),
    issuance: issuance.filter(({ issueTag }) => place.tags.has(hex(issueTag))),
    numbers: answered.filter(({ ballot }) => place.numbers.has(hex(ballot.number))).length,
  });
  const copied = copies.ballots.filter((one) => one.scanId === scanId);
  return {
    copies: { ballots: copied, issuance, numbers: copied.length },
    files: foundIn(places.files),
    log: foundIn(places.log),
  };
}

function ratios(answered: readonly Answered[]): Run['sessionPerGap'] {
  const all = answered.map(({ sessionMs, gapMs }) => sessionMs / gapMs);
  return { largest: Math.max(...all), mean: all.reduce((sum, one) => sum + one, 0) / all.length };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const bytesBeforeText = 3;

/** The row that a payload becomes, read without the product's own opening. */
function rowOf(payload: ReceivedBallot['sealed']): Uint8Array | undefined {
  const length = ((payload[1] ?? 0) << 8) | (payload[2] ?? 0);
  const text = new TextDecoder().decode(payload.subarray(bytesBeforeText, bytesBeforeText + length));
  const { answers } = JSON.parse(text) as { answers: Record<string, number> };
  return Uint8Array.from(itemIds, (id) => answers[id] ?? 0);
}

const dontKnow = 9;

/** Bytes of a payload with these answers, without its padding. */
function lengthOf(row: Uint8Array, instrumentVersion: string): number {
  const answers = Object.fromEntries(
    itemIds.flatMap((id, column): [string, Answer][] => {
      const value = row[column] ?? 0;
      return value === 0 ? [] : [[id, value === dontKnow ? 'dont-know' : (value as Answer)]];
    }),
  );
  const payload = encodeBallot({ form, instrumentVersion, language: 'nl', speedBand: 'usual', answers });
  return 1 + payload.findLastIndex((byte) => byte !== 0);
}
