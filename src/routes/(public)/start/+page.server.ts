import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, keepSession } from '#lib/entry/index.ts';
import { beginHere, mayStartOrganisation } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async ({ locals }) => ({
  isOpen: await mayStartOrganisation(locals.app.platform),
  needsCode: locals.app.setupCode !== null,
});

export const actions: Actions = {
  default: (event) =>
    act(event, async (fields) => {
      const { app, language } = event.locals;
      const begun = await beginHere(app.platform, app.signIn, { setupCode: app.setupCode, input: fields, language });
      keepSession(event, begun.signedIn);
      redirect(303, `/o/${begun.organisationId}/organisation`);
    }),
};
