import { cutsToAdopt } from '@lerend/psychometrics';
import { keptCutScores } from '#lib/features/cut-scores/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { qrSvg } from '#lib/report/index.ts';
import type { PanellistInList, SessionInList, SessionPage } from '../contract.ts';
import { settingFaults } from '../messages.ts';
import { impactOf } from './impact.ts';
import { mayAdoptAreas } from './move-session.ts';
import { mayHoldSession, maySeeSession } from './policy.ts';
import { pseudonymIn } from './pseudonyms.ts';
import { ofSession, sessionItems } from './session-input.ts';
import { firstRoundOf, judgementsOf, outcomeOf, roundOf, sessionOrRefusal } from './session-of.ts';
import { settingStore } from './store.ts';
import type { PanellistRow } from './store.ts';

/** The sessions of this organisation, the last one first; [] for who doesn't follow them. */
export async function sessionList(context: Context): Promise<readonly SessionInList[]> {
  if (!maySeeSession(context.actor)) return [];
  const rows = await settingStore(context.database).sessions();
  return rows.map(({ id, title, state, versionId, createdAt }) => ({
    id,
    title,
    state,
    isAdopted: versionId !== null,
    startedOn: dayOf(createdAt),
  }));
}

/** A session as who holds it sees it: who is how far, what came out so far, and what the next step is. */
export async function sessionPage(context: Context, sessionId: string): Promise<SessionPage> {
  const wish = read(ofSession, { sessionId }, settingFaults(context.language));
  authorize(context, maySeeSession(context.actor));
  const session = await sessionOrRefusal(context, wish.sessionId);
  const panellists = await settingStore(context.database).panellists(session.id, roundOf(session));
  const [first, outcome] = [firstRoundOf(session), outcomeOf(session)];
  const firstCuts = first && cutsToAdopt(first);
  const link = `${context.publicUrl.replace(/\/$/, '')}/panel/${session.code}`;
  return {
    id: session.id,
    title: session.title,
    form: session.form,
    state: session.state,
    link,
    qrSvg: qrSvg(link),
    items: sessionItems(session.form).length,
    panellists: panellists.map((panellist) => present(panellist, context)),
    finished: panellists.filter(({ isFinished }) => isFinished).length,
    last: first && { outcome: first, cuts: firstCuts },
    impact: session.state === 'between' && firstCuts ? await impactOf(context, firstCuts) : null,
    outcome,
    cuts: outcome && cutsToAdopt(outcome.second),
    mayAdoptAreas: outcome !== null && mayAdoptAreas(session, outcome),
    adoptedVersion:
      session.versionId === null ? null : (await keptCutScores(context.database, session.versionId)).version,
    mayHold: mayHoldSession(context.actor),
  };
}

function present(row: PanellistRow, { language }: Context): PanellistInList {
  return {
    id: row.id,
    pseudonym: pseudonymIn(row.pseudonym, language),
    role: row.role,
    isOnPaper: row.keyDigest === null,
    judged: Object.keys(judgementsOf(row)).length,
    isFinished: row.isFinished ?? false,
  };
}
