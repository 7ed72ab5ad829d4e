import { areas, isAreaCode, itemsOfArea } from '@lerend/instrument';
import { cutsToAdopt } from '@lerend/psychometrics';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { JudgedArea, PanelPage } from '../contract.ts';
import { settingMessages } from '../messages.ts';
import { behindCode } from './join-panel.ts';
import { keyDigest, readLetters } from './panel-key.ts';
import { mayJudge } from './policy.ts';
import { presentArea } from './present-area.ts';
import { pseudonymIn } from './pseudonyms.ts';
import { firstRoundOf, judgementsOf, roundOf, sessionOrRefusal } from './session-of.ts';
import { settingStore } from './store.ts';
import type { PanellistRow, SessionRow } from './store.ts';

export interface PanelDoor {
  readonly code: string;
  readonly key: string;
}

interface AtTheTable {
  readonly context: Context;
  readonly organisationName: string;
  readonly session: SessionRow;
  readonly panellist: PanellistRow;
}

/** The panellist whose key this is, in their session. */
export async function atTheTable(platform: Platform, door: PanelDoor, language: Language): Promise<AtTheTable> {
  const { context, sessionId, organisationName } = await behindCode(platform, door.code, language);
  const key = readLetters(door.key, 'key');
  const session = await sessionOrRefusal(context, sessionId);
  if (session.state === 'closed') throw new Refusal(410, settingMessages(language)('session-closed'));
  const panellist =
    key === null
      ? undefined
      : await settingStore(context.database).panellistByKey(
          sessionId,
          roundOf(session),
          keyDigest(platform, sessionId, key),
        );
  if (!panellist) throw new Refusal(404, settingMessages(language)('link-unknown'));
  authorize(context, mayJudge({ isOnPaper: panellist.keyDigest === null }, 'key'));
  return { context, organisationName, session, panellist };
}

/** Where a panellist stands: which areas are done, and what comes next. */
export async function panelPage(platform: Platform, door: PanelDoor, language: Language): Promise<PanelPage> {
  const { organisationName, session, panellist } = await atTheTable(platform, door, language);
  const judged = judgementsOf(panellist);
  const first = firstRoundOf(session);
  return {
    title: session.title,
    organisationName,
    state: session.state,
    pseudonym: pseudonymIn(panellist.pseudonym, language),
    areas: areas.map(({ code, shortName }) => ({
      code,
      name: shortName[language],
      isDone: itemsOfArea(code, session.form).every(({ id }) => judged[id] !== undefined),
    })),
    isFinished: panellist.isFinished ?? false,
    cuts: first && cutsToAdopt(first),
  };
}

/** One area to judge. */
export async function panelAreaPage(
  platform: Platform,
  door: PanelDoor,
  areaId: string,
  language: Language,
): Promise<JudgedArea & { readonly number: number }> {
  const { session, panellist } = await atTheTable(platform, door, language);
  if (!isAreaCode(areaId)) throw new Refusal(404, settingMessages(language)('link-unknown'));
  const area = presentArea(areaId, {
    form: session.form,
    judged: judgementsOf(panellist),
    first: firstRoundOf(session),
    language,
  });
  return { ...area, number: areas.findIndex(({ code }) => code === areaId) + 1 };
}
