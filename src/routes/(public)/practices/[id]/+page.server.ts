import { practiceOf } from '@lerend/planning';
import { error } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';

export const load: ServerLoad = ({ params, locals }) => {
  const practice = practiceOf(params['id'] ?? '');
  if (!practice) error(404, locals.language === 'en' ? 'There is no such practice.' : 'Deze aanpak bestaat niet.');
  return { practice };
};
