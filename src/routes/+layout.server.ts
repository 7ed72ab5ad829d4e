import type { ServerLoad } from '@sveltejs/kit';

export const load: ServerLoad = ({ locals, url }) => ({
  language: locals.language,
  path: url.pathname + url.search,
  account: locals.account && { name: locals.account.name },
});
