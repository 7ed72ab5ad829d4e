import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { forgetSession } from '#lib/entry/index.ts';
import { signOut } from '#lib/platform/sessions/index.ts';

export const POST: RequestHandler = async (event) => {
  if (event.locals.account) await signOut(event.locals.app.signIn, event.request.headers);
  forgetSession(event);
  redirect(303, '/');
};
