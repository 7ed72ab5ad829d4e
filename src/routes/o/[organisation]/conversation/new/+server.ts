import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';

/** From a result or from today: to the conversations of that unit, where one begins. */
export const GET: RequestHandler = ({ params, url }) => {
  const unit = url.searchParams.get('unit');
  const list = `/o/${params['organisation'] ?? ''}/conversation`;
  redirect(303, unit ? `${list}/${encodeURIComponent(unit)}` : list);
};
