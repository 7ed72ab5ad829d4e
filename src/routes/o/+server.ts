import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { organisationsOf } from '#lib/features/organisation/server/index.ts';

/** After signing in: to the organisation, or to the first of them. */
export const GET: RequestHandler = async ({ locals }) => {
  if (!locals.account) redirect(303, '/sign-in');
  const [first] = await organisationsOf(locals.app.platform, locals.account.id);
  redirect(303, first ? `/o/${first.id}/today` : '/start');
};
