import { randomBytes } from 'node:crypto';
import { fault, good, warning } from './checks.ts';
import type { CheckResult } from './checks.ts';

/** What the outside world answered to one request, followed nowhere. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

type Ask = (address: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

const patienceMs = 10_000;
/** Half a year: long enough that a browser that comes back never tries http first. */
const leastHstsSeconds = 15_552_000;

/** Asks as a browser would that knows nothing: no cookies, no redirects followed. */
const askOutside: Ask = async (address, headers = {}) => {
  const response = await fetch(address, {
    redirect: 'manual',
    headers,
    signal: AbortSignal.timeout(patienceMs),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
};

/**
 * Looks at an installation from where its respondents are: through the proxy, with what that adds, drops or keeps. It
 * signs in nowhere and changes nothing. The last sentence holds a word to look for in the proxy's own logs, which can't be
 * seen from outside.
 */
export async function checkFromOutside(publicUrl: string, ask: Ask = askOutside): Promise<CheckResult[]> {
  const origin = new URL(publicUrl).origin;
  // A code that no peiling has: eight characters, as in an invitation, and long enough to be found again in a log.
  const mark = `ZZ${randomBytes(6).toString('hex').toUpperCase()}`;
  const respondents = `${origin}/s/${mark}`;
  let first: Answer;
  try {
    first = await ask(`${origin}/health/live`);
  } catch (error) {
    return [unreachable(origin, error)];
  }
  if (first.status !== 200) return [notLerend(origin, first.status)];
  const pages = [
    { path: '/', answer: await ask(`${origin}/`) },
    { path: '/s/…', answer: await ask(respondents, { referer: `${respondents}?ref` }) },
  ];
  const [, again] = [await ask(respondents), await ask(respondents)];
  return [
    good(`${origin} antwoordt.`, `${origin} answers.`),
    await checkRedirect(origin, ask),
    checkHsts(origin, first.headers),
    ...pages.map(({ path, answer }) => checkPolicy(path, answer.headers)),
    ...pages.map(({ path, answer }) => checkReferrer(path, answer.headers)),
    checkCache(again),
    checkCookies(pages.map(({ answer }) => answer)),
    checkForeign(
      origin,
      pages.map(({ answer }) => answer.body),
    ),
    checkMangledLink(await ask(`${origin}/s/${mark}%23CODE-${mark}`), mark),
    lookInLogs(mark),
  ];
}

function unreachable(origin: string, error: unknown): CheckResult {
  const why = error instanceof Error ? error.name : 'unknown';
  return fault(`${origin} is van hieruit niet te bereiken (${why}).`, `${origin} can't be reached from here (${why}).`);
}

function notLerend(origin: string, status: number): CheckResult {
  return fault(
    `${origin}/health/live antwoordt met ${status}: staat Lerend op de wortel van dit adres, en laat de proxy alles door?`,
    `${origin}/health/live answers with ${status}: is Lerend at the root of this address, and does the proxy let everything through?`,
  );
}

/** Over http nobody should get a page: the answer sends on to https, or nothing listens. */
async function checkRedirect(origin: string, ask: Ask): Promise<CheckResult> {
  const { protocol, host, hostname } = new URL(origin);
  if (protocol !== 'https:')
    return fault(
      `${origin} is geen https: wie op het netwerk meekijkt, leest mee, en geheime stembiljetten zijn niet mogelijk.`,
      `${origin} isn't https: whoever watches the network reads along, and sealed ballots are impossible.`,
    );
  try {
    const { status, headers } = await ask(`http://${hostname}/`);
    const to = headers.get('location') ?? '';
    if (status >= 300 && status < 400 && to.startsWith(`https://${host}`))
      return good('http stuurt door naar https.', 'http sends on to https.');
    return fault(
      `http://${hostname} antwoordt met ${status} in plaats van door te sturen naar https.`,
      `http://${hostname} answers with ${status} instead of sending on to https.`,
    );
  } catch {
    return good('Over http luistert niemand.', 'Nobody listens over http.');
  }
}

function checkHsts(origin: string, headers: Headers): CheckResult {
  const seconds = Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1] ?? 0);
  if (!origin.startsWith('https:') || seconds >= leastHstsSeconds)
    return good('Browsers blijven bij https.', 'Browsers stay with https.');
  return warning(
    'Er is geen strict-transport-security van minstens een half jaar: laat de proxy die meesturen.',
    'There is no strict-transport-security of at least half a year: let the proxy send it.',
  );
}

function checkPolicy(path: string, headers: Headers): CheckResult {
  const policy = headers.get('content-security-policy') ?? '';
  const isStrict = policy.includes("default-src 'none'") && !/unsafe-|https?:|\*/.test(policy);
  if (isStrict) return good(`${path}: alleen eigen scripts mogen draaien.`, `${path}: only its own scripts may run.`);
  return fault(
    `${path}: de content-security-policy van Lerend komt niet heel aan. Laat de proxy die kop ongemoeid.`,
    `${path}: Lerend's content-security-policy doesn't arrive whole. Let the proxy leave that header alone.`,
  );
}

/** Two headers are as good as the last one, which is how browsers read them. */
function checkReferrer(path: string, headers: Headers): CheckResult {
  const last = (headers.get('referrer-policy') ?? '').split(',').at(-1)?.trim();
  if (last === 'same-origin' || last === 'no-referrer')
    return good(
      `${path}: geen ander leert waar iemand vandaan komt.`,
      `${path}: nobody else learns where somebody comes from.`,
    );
  return fault(
    `${path}: de referrer-policy is ‘${last ?? ''}’ en niet same-origin: een volgende site leert het adres van deze bladzijde.`,
    `${path}: the referrer-policy is “${last ?? ''}” and not same-origin: a next site learns this page's address.`,
  );
}

/** Asked twice: a store in between would answer the second time. */
function checkCache(second: Answer): CheckResult {
  const told = second.headers.get('cache-control') ?? '';
  const stored =
    second.headers.has('age') ||
    /hit/i.test(second.headers.get('x-cache') ?? second.headers.get('cf-cache-status') ?? '');
  if (/no-store/.test(told) && !stored)
    return good('/s/… wordt onderweg niet bewaard.', '/s/… is stored nowhere on the way.');
  return fault(
    '/s/… kan onderweg bewaard worden: laat de proxy cache-control ongemoeid en zet zijn opslag uit voor /s/.',
    '/s/… may be stored on the way: let the proxy leave cache-control alone and turn its cache off for /s/.',
  );
}

function checkCookies(answers: readonly Answer[]): CheckResult {
  const names = answers.flatMap(({ headers }) => headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? ''));
  if (names.length === 0) return good('Wie alleen kijkt, krijgt geen cookie.', 'Who only looks gets no cookie.');
  const list = [...new Set(names)].join(', ');
  return fault(
    `Er komt een cookie mee die Lerend niet zet (${list}): daarmee zijn bezoeken aan elkaar te koppelen. Zet hem uit in de proxy.`,
    `A cookie comes along that Lerend doesn't set (${list}): it ties visits together. Turn it off in the proxy.`,
  );
}

/** A proxy that writes its own script or picture into a page sees every respondent. */
function checkForeign(origin: string, bodies: readonly string[]): CheckResult {
  const { host } = new URL(origin);
  const others = bodies.flatMap((body) =>
    [...body.matchAll(/<(?:script|img|link|iframe)[^>]+(?:src|href)="(https?:)?\/\/([^/"]+)/gi)]
      .map(([, , name = '']) => name)
      .filter((name) => name !== host),
  );
  if (others.length === 0)
    return good('Geen bladzijde vraagt iets bij een ander.', 'No page asks anything of anybody else.');
  return fault(
    `Er staat iets van een ander in de bladzijde (${[...new Set(others)].join(', ')}): de proxy schrijft erin.`,
    `Something of somebody else's is in the page (${[...new Set(others)].join(', ')}): the proxy writes into it.`,
  );
}

/** Mail filters turn `#` into `%23`. The code must not travel on in an address. */
function checkMangledLink({ headers, body }: Answer, mark: string): CheckResult {
  const to = (headers.get('location') ?? '').split('#')[0] ?? '';
  const isTold = to.includes(`CODE-${mark}`) || /(?:src|href)="[^"#]*CODE-/.test(body);
  if (!isTold)
    return good('Een verminkte link geeft zijn code niet door.', 'A mangled link passes its code on to nobody.');
  return fault(
    'Een link waarvan # in %23 is veranderd, zet de code in een volgend adres: die komt zo in logboeken.',
    'A link whose # became %23 puts the code into a next address: it ends up in logs.',
  );
}

function lookInLogs(mark: string): CheckResult {
  return warning(
    `Kijk nu op de server of het woord ${mark} ergens in een logboek staat, bijvoorbeeld: grep -r ${mark} /var/log. Het hoort nergens te staan.`,
    `Now look on the server whether the word ${mark} stands in any log, for example: grep -r ${mark} /var/log. It should stand nowhere.`,
  );
}
