import { areaCodes, isAreaCode, itemsOfArea } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { Fields } from '#lib/platform/form/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { PaperSheetPage } from '../contract.ts';
import { settingFaults, settingMessages } from '../messages.ts';
import { atTheTable } from './panel-page.ts';
import type { PanelDoor } from './panel-page.ts';
import { isComplete } from './panel-outcome.ts';
import { mayHoldSession, mayJudge } from './policy.ts';
import { presentArea } from './present-area.ts';
import { pseudonymIn } from './pseudonyms.ts';
import { ofPanellist, readJudgements, sessionItems } from './session-input.ts';
import { firstRoundOf, judgementsOf, lockedSession, refuseOutsideRound, roundOf } from './session-of.ts';
import { settingStore } from './store.ts';
import type { PanellistRow, SessionRow } from './store.ts';

/** Keeps what a panellist judges of one area; says which area comes next, null after the last. */
export async function keepArea(
  platform: Platform,
  door: PanelDoor,
  areaId: string,
  fields: Fields,
  language: Language,
): Promise<{ next: AreaCode | null }> {
  const { context, session, panellist } = await atTheTable(platform, door, language);
  if (!isAreaCode(areaId)) throw new Refusal(404, settingMessages(language)('link-unknown'));
  const ids = itemsOfArea(areaId, session.form).map(({ id }) => id);
  const judged = readJudgements(fields, ids, language);
  await inTransaction(context, async (inside) => {
    const { now, own } = await inRound(inside, session.id, panellist.id);
    const others = Object.entries(judgementsOf(own)).filter(([id]) => !ids.includes(id));
    await settingStore(inside.database).keepJudgements(
      { sessionId: session.id, panellistId: panellist.id, round: roundOf(now) },
      { ...Object.fromEntries(others), ...judged },
      false,
    );
  });
  return { next: areaCodes[areaCodes.indexOf(areaId) + 1] ?? null };
}

/** A panellist is done with a round; changing something afterwards opens the sheet again. */
export async function finishRound(platform: Platform, door: PanelDoor, language: Language): Promise<void> {
  const { context, session, panellist } = await atTheTable(platform, door, language);
  await inTransaction(context, async (inside) => {
    const { now, own } = await inRound(inside, session.id, panellist.id);
    const judged = judgementsOf(own);
    if (!isComplete(now.form, judged)) throw new Refusal(409, settingMessages(language)('not-complete'));
    const of = { sessionId: session.id, panellistId: panellist.id, round: roundOf(now) };
    await settingStore(inside.database).keepJudgements(of, judged, true);
  });
}

/** A paper sheet as its coordinator enters it, all areas on one page. */
export async function paperSheet(context: Context, input: unknown): Promise<PaperSheetPage> {
  const { sessionId, panellistId } = read(ofPanellist, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  const { language } = context;
  return inTransaction(context, async (inside) => {
    const { now, own } = await inRound(inside, sessionId, panellistId, 'paper');
    const shown = { form: now.form, judged: judgementsOf(own), first: firstRoundOf(now), language };
    return {
      title: now.title,
      pseudonym: pseudonymIn(own.pseudonym, language),
      round: roundOf(now),
      areas: areaCodes.map((code) => presentArea(code, shown)),
    };
  });
}

/** Keeps a paper sheet; it is finished once everything on it is filled in. */
export async function keepPaperSheet(
  context: Context,
  input: unknown,
  fields: Fields,
): Promise<{ isFinished: boolean }> {
  const { sessionId, panellistId } = read(ofPanellist, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  return inTransaction(context, async (inside) => {
    const { now } = await inRound(inside, sessionId, panellistId, 'paper');
    const ids = sessionItems(now.form).map(({ id }) => id);
    const judged = readJudgements(fields, ids, context.language);
    const isFinished = isComplete(now.form, judged);
    await settingStore(inside.database).keepJudgements(
      { sessionId, panellistId, round: roundOf(now) },
      judged,
      isFinished,
    );
    return { isFinished };
  });
}

/** The session, locked and in a round, with one panellist's sheet as it now is. */
async function inRound(
  inside: Context,
  sessionId: string,
  panellistId: string,
  has: 'key' | 'paper' = 'key',
): Promise<{ now: SessionRow; own: PanellistRow }> {
  const now = await lockedSession(inside, sessionId);
  refuseOutsideRound(now, inside.language);
  const own = await settingStore(inside.database).panellist(sessionId, roundOf(now), panellistId);
  if (!own) throw new Refusal(404, settingMessages(inside.language)('panellist-unknown'));
  authorize(inside, mayJudge({ isOnPaper: own.keyDigest === null }, has));
  return { now, own };
}
