import type { RequestEvent } from '@sveltejs/kit';

export const seenBefore = ({ cookies, request, getClientAddress }: RequestEvent) => ({
  before: cookies.get('before'),
  browser: request.headers.get('user-agent'),
  from: getClientAddress(),
});
