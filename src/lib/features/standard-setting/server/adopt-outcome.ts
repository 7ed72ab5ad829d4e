import type { AreaCode, CutScores, LevelCuts } from '@lerend/instrument';
import { cutsToAdopt } from '@lerend/psychometrics';
import { keepAndAdopt } from '#lib/features/cut-scores/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { SessionOutcome } from '../contract.ts';
import { settingFaults, settingMessages } from '../messages.ts';
import { mayAdoptAreas } from './move-session.ts';
import { mayHoldSession } from './policy.ts';
import { AdoptOutcome } from './session-input.ts';
import { lockedSession, outcomeOf } from './session-of.ts';
import { settingStore } from './store.ts';
import type { SessionRow } from './store.ts';

/** Lets the cut scores of a settled session hold for peilingen that open from now on, with the reasons written down. */
export async function adoptOutcome(context: Context, input: unknown): Promise<{ version: string }> {
  const wish = read(AdoptOutcome, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  const say = settingMessages(context.language);
  return inTransaction(context, async (inside) => {
    const session = await lockedSession(inside, wish.sessionId);
    const outcome = outcomeOf(session);
    if (!outcome) throw new Refusal(409, say('moved-on'));
    if (session.versionId !== null) throw new Refusal(409, say('adopted-already'));
    if (outcome.reasons.length > 0) throw new Refusal(409, say('not-settled'));
    const isPerArea = wish.perArea === 'on' && mayAdoptAreas(session, outcome);
    const rationale = { nl: wish.rationaleNl, en: wish.rationaleEn };
    const store = settingStore(inside.database);
    const earlier = (await store.sessions()).filter(({ versionId }) => versionId !== null).length;
    const cutScores = cutScoresOf(session, outcome, { rationale, isPerArea, number: earlier + 1 });
    const { versionId } = await keepAndAdopt(inside, cutScores, 'session');
    await store.keepAdopted(session.id, rationale, versionId);
    await audit(inside, 'standard-setting.adopted', session.id);
    return { version: cutScores.version };
  });
}

function cutScoresOf(
  { form, closedAt, id }: SessionRow,
  { second, settledAreas }: SessionOutcome,
  { rationale, isPerArea, number }: { rationale: CutScores['rationale']; isPerArea: boolean; number: number },
): CutScores {
  const cuts = cutsToAdopt(second);
  const [begun, usual, improving] = second.cuts.map(({ standardError }) => standardError.value ?? Number.NaN);
  if (cuts === null || begun === undefined || usual === undefined || improving === undefined || closedAt === null)
    throw new Error(`session ${id} is settled without cut scores`);
  const year = closedAt.getUTCFullYear();
  return {
    // Ends in letters of its session, so that two organisations' versions don't bear one name.
    version: `panel-${year}-${number}-${id.slice(-4)}`,
    status: 'set',
    rationale,
    cuts,
    ...(isPerArea ? { areaCuts: areaCutsOf(second, settledAreas) } : {}),
    setting: {
      method: 'extended-angoff',
      form,
      panellists: second.panellists,
      year,
      standardErrors: { begun: inTenths(begun), usual: inTenths(usual), improving: inTenths(improving) },
    },
  };
}

function areaCutsOf(
  { areas }: SessionOutcome['second'],
  settled: readonly AreaCode[],
): Partial<Record<AreaCode, LevelCuts>> {
  return Object.fromEntries(
    settled.flatMap((code) => {
      const area = areas.find(({ areaId }) => areaId === code);
      const cuts = area ? cutsToAdopt(area) : null;
      return cuts ? [[code, cuts] as const] : [];
    }),
  );
}

function inTenths(points: number): number {
  return Math.round(points * 10) / 10;
}
