import type { ServerLoad } from '@sveltejs/kit';
import { askedPractices, foundPractices } from '#lib/features/learn/contract.ts';

export const load: ServerLoad = ({ url, locals }) => {
  const asked = askedPractices(url.searchParams);
  return { asked, found: foundPractices(asked, locals.language) };
};
