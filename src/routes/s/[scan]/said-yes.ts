/**
 * Whether the yes in the address was given on our own page that asks for it. An address with a yes in it can be copied,
 * sent on or bookmarked, and whoever opens that has read nothing: they are asked. The browser says where a request comes
 * from (`Sec-Fetch-Site`); over plain http, and in older browsers, only the referrer does.
 */
export function saidYes({ url, request }: { readonly url: URL; readonly request: Pick<Request, 'headers'> }): boolean {
  if (url.searchParams.get('consent') !== 'yes') return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const referrer = URL.parse(request.headers.get('referer') ?? '');
  return referrer?.host === url.host && referrer.pathname === url.pathname;
}
