import { isAreaCode } from '@lerend/instrument';
import { error } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';

export const load: ServerLoad = ({ params, locals }) => {
  const code = params['area'] ?? '';
  if (!isAreaCode(code)) error(404, locals.language === 'en' ? 'There is no such area.' : 'Dit gebied bestaat niet.');
  return { code };
};
