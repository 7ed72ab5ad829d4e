import { randomBytes } from 'node:crypto';
import { joinSmallGroups, minimumInvited } from '@lerend/disclosure';
import { encodeBallot } from '@lerend/ballot';
import type { Answer } from '@lerend/ballot';
import { areaCodes, instrumentVersion, itemOf } from '@lerend/instrument';
import type { AreaCode, FormName, ProfileQuestionId } from '@lerend/instrument';
import { snapshotForm } from '@lerend/analysis';
import type { ProfileHeads } from '#lib/features/scan/contract.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { keepKeys, sealedRow } from './sealed-for-tests.ts';

/** A unit of the made-up organisation, with how many were asked and answered in it, not below it. */
export interface MadeUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly invited: number;
  readonly answered: number;
  /** In answer steps, above or below the middle: for the unit as a whole and for single areas. */
  readonly lean?: number;
  readonly tilt?: Readonly<Partial<Record<AreaCode, number>>>;
}

export interface MadeScan {
  readonly title: string;
  readonly form: FormName;
  readonly units: readonly MadeUnit[];
  readonly seed: number;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly resultOn?: string;
  readonly previousScanId?: string;
  /** In answer steps, for everyone. */
  readonly lift?: Readonly<Partial<Record<AreaCode, number>>>;
  readonly isByCards?: boolean;
  /** What the person at a place in a unit says of their own work. */
  readonly profile?: {
    readonly questions: readonly ProfileQuestionId[];
    readonly heads?: ProfileHeads;
    of(unitId: string, person: number): Readonly<Record<string, Answer>>;
  };
}

const rowsPerInsert = 1000;
const usualTilt = [0.1, -0.4, 0.3, 0.5, -0.6, 0.4, -0.8, 0.2, -0.1, 0.3, -0.3];

export async function keepUnits({ tables }: OrganisationDatabase, units: readonly MadeUnit[], at: Date): Promise<void> {
  for (const [position, { id, parentId, name, invited }] of units.entries()) {
    await tables
      .insertInto('unit')
      .values({ id, parentId, name, headCount: invited, position, validFrom: at })
      .execute();
  }
}

/** An open peiling with its frozen tree, its invitations and its sealed ballots, from a seed. */
export async function answeredScan(
  context: Pick<Context, 'database' | 'openingKeys' | 'secrets'>,
  made: MadeScan,
  at: Date,
): Promise<string> {
  const { tables } = context.database;
  const scanId = newId();
  const own = new Map(made.units.map((unit) => [unit.id, newId()]));
  const heads = new Map(made.units.map(({ id, invited }) => [id, invited]));
  const groupOf = joinSmallGroups(made.units, heads, minimumInvited(5));
  const groupIdOf = (unitId: string) => own.get(groupOf.get(unitId) ?? unitId) ?? '';
  const code = randomBytes(4).toString('hex');
  await tables.insertInto('publicAddress').values({ code, kind: 'scan', targetId: scanId }).execute();
  await tables
    .insertInto('scan')
    .values({
      id: scanId,
      code,
      title: made.title,
      form: made.form,
      instrumentVersion,
      languages: ['nl', 'en'],
      minimumGroupSize: 5,
      opensOn: made.opensOn ?? '2026-03-02',
      closesOn: made.closesOn ?? '2026-03-20',
      state: 'open',
      contactName: 'Sanne de Wit',
      contactEmail: 'sanne@voorbeeld.nl',
      createdAt: at,
      openedForAnswersAt: at,
      previousScanId: made.previousScanId ?? null,
      profileQuestions: [...(made.profile?.questions ?? [])],
      profileHeads: { ...made.profile?.heads },
    })
    .execute();
  await tables
    .insertInto('scanPromise')
    .values({
      scanId,
      resultOn: made.resultOn ?? '2026-04-01',
      hoursPerTeam: 12,
      eurosPerTeam: 500,
      recordedBy: 'Ruud Maas',
      recordedAt: at,
    })
    .execute();
  await tables
    .insertInto('scanUnit')
    .values(
      made.units.map((unit, position) => ({
        scanId,
        id: own.get(unit.id) ?? '',
        sourceUnitId: unit.id,
        parentId: unit.parentId && (own.get(unit.parentId) ?? null),
        name: unit.name,
        headCount: unit.invited,
        position,
        reportingGroupId: groupIdOf(unit.id),
      })),
    )
    .execute();
  const invitations = made.units.flatMap((unit) =>
    Array.from({ length: unit.invited }, (_, person) => ({
      scanId,
      id: newId(),
      scanUnitId: own.get(unit.id) ?? '',
      channel: made.isByCards ? ('unnamed-card' as const) : ('mail' as const),
      personId: made.isByCards ? null : personId(unit.id, person),
      language: 'nl' as const,
      codeTag: randomBytes(16),
    })),
  );
  await inParts(invitations, (some) => tables.insertInto('invitation').values(some).execute());
  const invitedIn = Map.groupBy(made.units, ({ id }) => groupIdOf(id));
  const groups = [...invitedIn].map(([id, units]) => ({
    id,
    parent: null,
    name: units[0]?.name ?? '',
    invited: units.reduce((sum, { invited }) => sum + invited, 0),
  }));
  const openingKey = await keepKeys(context, scanId, groups);
  await inParts(madeBallots(made), async (some) => {
    const rows = some.map(({ unitId, payload }) =>
      sealedRow(context, openingKey, { scanId, groupId: groupIdOf(unitId), payload }),
    );
    await tables
      .insertInto('ballot')
      .values(await Promise.all(rows))
      .execute();
  });
  return scanId;
}

/** The same person for the same place, from one peiling to the next. */
function personId(unitId: string, person: number): string {
  return `${unitId.slice(0, 24)}${(Number.parseInt(unitId.slice(-6), 16) * 4096 + person).toString(16).padStart(12, '0').slice(-12)}`;
}

function madeBallots({ form, units, seed, lift = {}, profile }: MadeScan): { unitId: string; payload: Uint8Array }[] {
  const next = numbersFrom(seed);
  const { itemIds } = snapshotForm(form);
  const areaOfItem = itemIds.map((id) => itemOf(id)?.area ?? null);
  return units.flatMap(({ id, answered, lean = 0, tilt = {} }) =>
    Array.from({ length: answered }, (_, person) => {
      const mood = (next() + next() - 1) * 0.9;
      const answers: { [itemId: string]: Answer } = {};
      itemIds.forEach((itemId, column) => {
        const area = areaOfItem[column] ?? null;
        const own =
          area === null ? 0 : (tilt[area] ?? 0) + (lift[area] ?? 0) + (usualTilt[areaCodes.indexOf(area)] ?? 0);
        const value = Math.round(3.3 + lean + own + mood + (next() + next() - 1) * 1.3);
        const isUnknown = next() < (area === 'learning-value' ? 0.22 : 0.03);
        answers[itemId] = isUnknown ? 'dont-know' : (Math.min(5, Math.max(1, value)) as Answer);
      });
      Object.assign(answers, profile?.of(id, person));
      return {
        unitId: id,
        payload: encodeBallot({ form, instrumentVersion, language: 'nl', answers, speedBand: 'usual' }),
      };
    }),
  );
}

async function inParts<Row>(rows: readonly Row[], work: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) await work(rows.slice(from, from + rowsPerInsert));
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
