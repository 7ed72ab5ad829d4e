import { text } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';

/** The process answers and its database does too. */
export const GET: RequestHandler = async ({ locals }) => {
  try {
    await locals.app.platform.database.pool.query('select 1');
    return text('ok\n');
  } catch {
    return text('database unreachable\n', { status: 503 });
  }
};
