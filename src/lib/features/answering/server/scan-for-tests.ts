import { randomBytes } from 'node:crypto';
import { encodeBallotText } from '@lerend/ballot';
import type { FilledBallot } from '@lerend/ballot';
import { instrumentVersion } from '@lerend/instrument';
import type { FormName, ProfileQuestionId } from '@lerend/instrument';
import { addUnit, organisationTree, startOrganisation } from '#lib/features/organisation/server/index.ts';
import { invitationCodes, inviteEveryone } from '#lib/features/invitation/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import {
  closeScan,
  openScan,
  prepareScan,
  recordConsent,
  recordPromise,
  scanByCode,
  scanSetup,
} from '#lib/features/scan/server/index.ts';
import { inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { openBallots } from './open-ballots.ts';
import type { WhenCounted } from './open-ballots.ts';

export interface ScanForTests {
  readonly scan: PublicScan;
  readonly context: Context;
  readonly codes: readonly { readonly code: string; readonly scanUnitId: string }[];
}

/** An open peiling with cards for two units that are each counted by themselves, made through the doors that the screens use. The clock stands inside it. */
export async function openScanForTests(
  world: TestWorld,
  form: FormName,
  people: readonly number[] = [12, 8],
  profileQuestions: readonly ProfileQuestionId[] = [],
): Promise<ScanForTests> {
  const account = await world.actor({ organisationId: await world.organisation() });
  const coordinator = { id: account.actor.accountId ?? '', name: 'Sanne de Wit', email: account.actor.email ?? '' };
  const { organisationId } = await startOrganisation(
    world.platform,
    coordinator,
    { organisationName: 'De Linde' },
    'nl',
  );
  const context = await world.actor({ organisationId, roles: ['coordinator', 'director', 'works-council'] });
  const [root] = await organisationTree(context);
  for (const [index, headCount] of people.entries()) {
    await addUnit(context, { parentId: root?.id, name: `Team ${index + 1}`, headCount: String(headCount) });
  }
  const { scanId } = await prepareScan(context, {
    title: 'Najaar',
    form,
    languages: ['nl', 'en'],
    opensOn: '2026-03-02',
    closesOn: '2026-03-20',
    minimumGroupSize: '5',
    profileQuestions,
    contactName: 'Sanne',
    contactEmail: 'sanne@voorbeeld.nl',
  });
  await recordPromise(context, { scanId, resultOn: '2026-04-01', hoursPerTeam: '4', eurosPerTeam: '300' });
  await recordConsent(context, { scanId, decision: 'consent' });
  await openScan(context, { scanId, serverKeepsKey: 'yes' });
  await inviteEveryone(context, { scanId });
  const setup = await scanSetup(context.database, scanId);
  const scan = await scanByCode(world.platform, setup?.code ?? '');
  if (!scan) throw new Error('the peiling is not there');
  return { scan, context, codes: await invitationCodes(context, scanId) };
}

/** What a page with the form draws. */
export const newNumber = (): string => randomBytes(16).toString('base64url');

/** Closes and opens, as the count does. */
export async function opened(world: TestWorld, { context, scan }: ScanForTests): Promise<{ counted: number }> {
  await closeScan(context, { scanId: scan.scanId });
  return openedAgain(world, { context, scan });
}

/** Opens with the server's key, whatever the state of the peiling. */
export async function openedAgain(
  world: TestWorld,
  { context, scan }: Pick<ScanForTests, 'context' | 'scan'>,
): Promise<{ counted: number }> {
  const { counted } = await openedWithProfile(world, { context, scan });
  return { counted };
}

/** And what the count gets in memory. */
export async function openedWithProfile(
  world: TestWorld,
  { context, scan }: Pick<ScanForTests, 'context' | 'scan'>,
): Promise<{ counted: number } & Parameters<WhenCounted>[0]> {
  const key = (await world.platform.openingKeys.read(scan.scanId)) ?? new Uint8Array(32);
  let given: Parameters<WhenCounted>[0] = { profile: null };
  const { counted } = await inTransaction(context, (inside) =>
    openBallots(inside, scan.scanId, key, (answers) => {
      given = answers;
      return Promise.resolve(() => Promise.resolve());
    }),
  );
  return { counted, ...given };
}

export function payloadOf(answers: FilledBallot['answers'], change: Partial<FilledBallot> = {}): string {
  return encodeBallotText({ form: 'pulse', instrumentVersion, language: 'nl', answers, speedBand: 'usual', ...change });
}
