import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, keepSession } from '#lib/entry/index.ts';
import {
  beginMaking,
  exampleState,
  isOfExample,
  progressAnswer,
  stepIntoShoes,
} from '#lib/features/example/server/index.ts';

export const load: ServerLoad = async ({ locals, url }) => {
  const { app, account, language } = locals;
  const state = await exampleState(app.platform);
  const isVisitor = account !== null && !(await isOfExample(app.platform, account.id));
  return {
    state,
    progress: progressAnswer(state, language),
    signedInAs: isVisitor ? account.name : null,
    isAskingAgain: state.kind === 'ready' && url.searchParams.has('again'),
  };
};

export const actions: Actions = {
  make: (event) =>
    act(event, async (fields) => {
      await beginMaking(event.locals.app.platform, fields, event.locals.language);
      redirect(303, '/example');
    }),
  look: (event) =>
    act(event, async (fields) => {
      const { app, language } = event.locals;
      const { signedIn, organisationId } = await stepIntoShoes(app.platform, app.signIn, fields, language);
      keepSession(event, signedIn);
      redirect(303, `/o/${organisationId}/today`);
    }),
};
