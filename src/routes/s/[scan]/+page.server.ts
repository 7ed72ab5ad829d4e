import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act } from '#lib/entry/index.ts';
import { receiveWholeForm, respondentScan } from '#lib/features/answering/server/index.ts';
import { pilotOutcome } from '#lib/features/research/server/index.ts';
import { answeringLoad } from './answering-load.ts';
import { askedLanguage } from './asked-language.ts';
import { saidYes } from './said-yes.ts';

export const load: ServerLoad = async (event) => {
  const { page, language } = await answeringLoad(event);
  const isOverPilot = page.research !== null && page.when === 'over';
  return {
    page,
    language,
    hasConsented: saidYes(event),
    outcome: isOverPilot ? await pilotOutcome(event.locals.app.platform, page.code) : null,
  };
};

export const actions: Actions = {
  default: (event) =>
    act(event, async (fields) => {
      const { platform } = event.locals.app;
      const language = askedLanguage(event);
      const scan = await respondentScan(platform, event.params['scan'] ?? '', language);
      await receiveWholeForm(platform, scan, fields, language);
      redirect(303, `/s/${scan.code}/thanks?language=${language}`);
    }),
};
