import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, keepSession } from '#lib/entry/index.ts';
import { spendSignInLink } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions: Actions = {
  default: (event) =>
    act(event, async (fields) => {
      keepSession(event, await spendSignInLink(event.locals.app.signIn, fields, event.locals.language));
      redirect(303, '/o');
    }),
};
