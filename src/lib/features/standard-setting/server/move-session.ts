import { areaCodes, isAreaCode } from '@lerend/instrument';
import { isAreaSettled, unsettledReasons } from '@lerend/psychometrics';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { fewestSheets } from '../contract.ts';
import type { PanelRole, SessionOutcome, SessionState } from '../contract.ts';
import { settingFaults, settingMessages } from '../messages.ts';
import { isComplete, panelOutcome } from './panel-outcome.ts';
import { mayHoldSession } from './policy.ts';
import { ofSession } from './session-input.ts';
import { firstRoundOf, judgementsOf, lockedSession } from './session-of.ts';
import { settingStore } from './store.ts';
import type { PanellistRow, SessionRow } from './store.ts';

/** One step of a session, from one state to the next, by its coordinator. */
function moving(
  from: SessionState,
  move: (inside: Context, session: SessionRow) => Promise<void>,
  action: `standard-setting.${string}`,
) {
  return async (context: Context, input: unknown): Promise<void> => {
    const { sessionId } = read(ofSession, input, settingFaults(context.language));
    authorize(context, mayHoldSession(context.actor));
    await inTransaction(context, async (inside) => {
      const session = await lockedSession(inside, sessionId);
      if (session.state !== from) throw new Refusal(409, settingMessages(context.language)('moved-on'));
      await move(inside, session);
      await audit(inside, action, sessionId);
    });
  };
}

/** Ends the first round: from here on the panel sees where its middle lies. Sheets that aren't finished don't count. */
export const endRoundOne = moving(
  'round-1',
  async (inside, session) => {
    const store = settingStore(inside.database);
    const panellists = await store.panellists(session.id, 1);
    refuseTooFew(panellists, inside);
    await store.toBetween(session.id, panelOutcome(session.form, panellists));
  },
  'standard-setting.first-round-ended',
);

/** Opens the second round: each begins with what they answered in the first. */
export const startRoundTwo = moving(
  'between',
  async (inside, session) => {
    const store = settingStore(inside.database);
    for (const panellist of await store.panellists(session.id, 1)) {
      const judged = judgementsOf(panellist);
      if (!isComplete(session.form, judged)) continue;
      await store.keepJudgements({ sessionId: session.id, panellistId: panellist.id, round: 2 }, judged, false);
    }
    await store.toRoundTwo(session.id);
  },
  'standard-setting.second-round-started',
);

/** Closes a session: computes what came out, keeps that, and deletes panellists and judgements for good. */
export const closeSession = moving(
  'round-2',
  async (inside, session) => {
    const store = settingStore(inside.database);
    const panellists = await store.panellists(session.id, 2);
    refuseTooFew(panellists, inside);
    const first = firstRoundOf(session);
    if (!first) throw new Error(`session ${session.id} is in its second round without a first`);
    const second = panelOutcome(session.form, panellists);
    const outcome: SessionOutcome = {
      first,
      second,
      roles: countRoles(panellists),
      reasons: unsettledReasons(second),
      settledAreas: second.areas
        .filter((area) => isAreaSettled(area, second.panellists))
        .flatMap(({ areaId }) => (isAreaCode(areaId) ? [areaId] : [])),
    };
    await store.forgetPanel(session.id);
    await store.toClosed(session.id, outcome, inside.clock.now());
  },
  'standard-setting.closed',
);

function refuseTooFew(panellists: readonly PanellistRow[], { language }: Context): void {
  const finished = panellists.filter(({ isFinished }) => isFinished).length;
  if (finished < fewestSheets)
    throw new Refusal(409, settingMessages(language)('too-few-sheets', { finished, fewest: fewestSheets }));
}

function countRoles(panellists: readonly PanellistRow[]): SessionOutcome['roles'] {
  const roles: Partial<Record<PanelRole, number>> = {};
  for (const { role, isFinished } of panellists) if (isFinished) roles[role] = (roles[role] ?? 0) + 1;
  return roles;
}

/** Whether cuts can be adopted per area: judged on enough items, and every area settled by itself. */
export const mayAdoptAreas = (session: Pick<SessionRow, 'form'>, outcome: SessionOutcome): boolean =>
  session.form === 'full' && outcome.settledAreas.length === areaCodes.length;
