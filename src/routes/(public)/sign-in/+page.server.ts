import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, keepSession } from '#lib/entry/index.ts';
import { askSignInLink, signInHere } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = ({ locals, url }) => {
  if (locals.account) redirect(303, '/o');
  return { to: url.searchParams.get('to') ?? '/o', canMail: locals.app.platform.mailer.canSend };
};

export const actions: Actions = {
  password: (event) =>
    act(event, async (fields) => {
      const signedIn = await signInHere(
        event.locals.app.platform,
        event.locals.app.signIn,
        fields,
        event.locals.language,
      );
      keepSession(event, signedIn);
      const to = String(fields['to'] ?? '/o');
      redirect(303, /^\/o(\/|$)/.test(to) ? to : '/o');
    }),
  link: (event) =>
    act(event, async (fields) => {
      await askSignInLink(event.locals.app.platform, event.locals.app.signIn, fields, event.locals.language);
      return { isLinkSent: true };
    }),
};
