import { areaCodes, areaOf } from '@lerend/instrument';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { renderPanelForm, renderStandardSetting } from '#lib/report/index.ts';
import { panelRoles } from '../contract.ts';
import { settingFaults, settingMessages } from '../messages.ts';
import { maySeeSession } from './policy.ts';
import { presentArea } from './present-area.ts';
import { ofSession } from './session-input.ts';
import { firstRoundOf, outcomeOf, roundOf, sessionOrRefusal } from './session-of.ts';
import { settingStore } from './store.ts';

export interface SessionFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What a closed session was and what came out of it, as a tagged PDF. */
export async function sessionDocument(context: Context, sessionId: string): Promise<SessionFile> {
  const wish = read(ofSession, { sessionId }, settingFaults(context.language));
  authorize(context, maySeeSession(context.actor));
  const say = settingMessages(context.language);
  const session = await sessionOrRefusal(context, wish.sessionId);
  const outcome = outcomeOf(session);
  if (!outcome || session.closedAt === null) throw new Refusal(409, say('document-later'));
  const { language } = context;
  const bytes = await renderStandardSetting(
    {
      organisation: await settingStore(context.database).organisationName(),
      title: session.title,
      form: session.form,
      startedOn: dayOf(session.createdAt),
      closedOn: dayOf(session.closedAt),
      first: outcome.first,
      second: outcome.second,
      people: panelRoles.flatMap((role) => {
        const count = outcome.roles[role];
        return count ? [say('role-count', { role: say(`role-${role}`), count })] : [];
      }),
      unsettled: outcome.reasons.map((reason) => say(`unsettled-${reason}`)),
      areas: areaCodes.map((code) => ({
        id: code,
        name: areaOf(code).shortName[language],
        isSettled: outcome.settledAreas.includes(code),
      })),
      rationale: language === 'nl' ? session.rationaleNl : session.rationaleEn,
    },
    { language },
  );
  return { bytes, fileName: `${say('file-document')} ${dayOf(session.closedAt)}.pdf` };
}

/** The sheet on which somebody judges on paper; in the second round with where the panel lay in the first. */
export async function panelForm(context: Context, sessionId: string): Promise<SessionFile> {
  const wish = read(ofSession, { sessionId }, settingFaults(context.language));
  authorize(context, maySeeSession(context.actor));
  const session = await sessionOrRefusal(context, wish.sessionId);
  const { language } = context;
  const shown = { form: session.form, judged: {}, first: firstRoundOf(session), language };
  const bytes = await renderPanelForm(
    {
      organisation: await settingStore(context.database).organisationName(),
      title: session.title,
      round: session.state === 'between' ? 2 : roundOf(session),
      areas: areaCodes.map((code) => presentArea(code, shown)),
    },
    { language },
  );
  return { bytes, fileName: `${settingMessages(language)('file-form')}.pdf` };
}
