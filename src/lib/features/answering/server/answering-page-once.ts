import { forms } from '@lerend/instrument';
import { answering } from '#lib/features/scan/contract.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { scanByCode } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { pageForAll } from '#lib/platform/http/page-for-all.ts';
import type { PageForAll } from '#lib/platform/http/page-for-all.ts';
import { newPageNumber } from './page-number.ts';

interface Kept {
  readonly page: PageForAll;
  readonly headers: Headers;
}

interface Asked {
  readonly code: string;
  /** All of the request that the page may differ by. */
  readonly key: string;
  readonly acceptEncoding: string | null;
}

/** A few spellings of an address in each language; whoever makes up more waits for theirs. */
const mostPerScan = 8;
const pages = new WeakMap<PublicScan, Map<string, Kept>>();
const numberField = /name="number" value="([\w-]{22})"/;

/**
 * The respondent's page, made once for each copy of the peiling that is kept (seconds, and anew after any change): it is
 * the same for everyone, but for the number in its form, which is drawn for each. A peiling in parts draws its questions
 * for each page, and a pilot asks for consent first: those are made every time, and so is what isn't open.
 */
export async function answeringPageOnce(
  platform: Platform,
  { code, key, acceptEncoding }: Asked,
  render: () => Promise<Response>,
): Promise<Response> {
  // What can't be read here can't be rendered either: there it becomes a page that says so, and a line in the log.
  const scan = await scanByCode(platform, code).catch(() => null);
  const today = dayOf(platform.clock.now());
  if (!scan || scan.research || forms[scan.form].itemsDrawnPerArea !== null || answering(scan, today) !== 'now')
    return render();
  const ofScan = pages.get(scan) ?? new Map<string, Kept>();
  pages.set(scan, ofScan);
  const name = `${today} ${key}`;
  const known = ofScan.get(name);
  if (known) return filledIn(known, acceptEncoding);
  const response = await render();
  // Asked again when the page has been read: others are being made at the same time.
  const hasRoom = () => ofScan.size < mostPerScan && !ofScan.has(name);
  if (response.status !== 200 || response.headers.has('set-cookie') || !hasRoom()) return response;
  const text = await response.clone().text();
  const page = hasRoom() ? pageForAll(text, numberField.exec(text)?.[1] ?? '') : null;
  if (page) ofScan.set(name, { page, headers: ofAnyNumber(response.headers) });
  return response;
}

function filledIn({ page, headers }: Kept, acceptEncoding: string | null): Response {
  const number = newPageNumber();
  const isGzip = /\bgzip\b(?!\s*;\s*q=0)/.test(acceptEncoding ?? '');
  const about = new Headers(headers);
  about.set('vary', 'accept-encoding');
  if (isGzip) about.set('content-encoding', 'gzip');
  return new Response(isGzip ? new Uint8Array(page.gzipped(number)) : page.plain(number), { headers: about });
}

/** Headers of the page whatever its number: digest and length were of the first one alone. */
function ofAnyNumber(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['etag', 'content-length']) kept.delete(name);
  return kept;
}
