import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { installedApp } from './app.ts';
import icon from '../static/icon.svg?raw';
import { answeringPageOnce } from '#lib/features/answering/server/index.ts';
import { languageOf } from '#lib/platform/language/index.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  // While developing, the tool that follows the sources puts styles in the page.
  import.meta.env.DEV ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** In the page itself: whoever answers needs no request for it. */
const iconUrl = `data:image/svg+xml,${encodeURIComponent(icon)}`;

export const handle: Handle = async ({ event, resolve }) => {
  const app = installedApp();
  event.locals.app = app;
  event.locals.language = languageOf(event.cookies.get('language'), event.request.headers.get('accept-language'));
  event.locals.account = hasSessionCookie(event.request.headers) ? await accountOf(app, event.request.headers) : null;
  const render = async (): Promise<Response> =>
    inLanguage(
      event.locals.language,
      await resolve(event, {
        transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language).replace('%icon%', iconUrl),
      }),
    );
  const response = await (isRespondentPage(event) ? respondentPage(event, render) : render());
  response.headers.set('content-security-policy', contentSecurityPolicy);
  response.headers.set('x-content-type-options', 'nosniff');
  // Nobody else learns where a reader comes from. Not even telling ourselves would make the origin of every form 'null'.
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

type Event = Parameters<Handle>[0]['event'];

const isRespondentPage = ({ route, request, isDataRequest }: Event): boolean =>
  route.id === '/s/[scan]' && request.method === 'GET' && !isDataRequest;

function respondentPage({ locals, params, request, url }: Event, render: () => Promise<Response>): Promise<Response> {
  const asked = {
    code: params['scan'] ?? '',
    key: `${locals.language} ${url.origin}${url.pathname}${url.search}`,
    acceptEncoding: request.headers.get('accept-encoding'),
  };
  return answeringPageOnce(locals.app.platform, asked, render);
}

/** The page without a frame (src/error.html), for a document that can't be given, is filled in by the framework alone. */
async function inLanguage(language: string, response: Response): Promise<Response> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.status < 400 || !isPage) return response;
  const { status } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response((await response.text()).replace('lang="%lang%"', `lang="${language}"`), { status, headers });
}

/** Respondents and visitors carry no session: for them the sign-in tables aren't even asked. */
function hasSessionCookie(headers: Headers): boolean {
  return /(?:^|; )(?:__Secure-)?lerend\.session_token=/.test(headers.get('cookie') ?? '');
}

async function accountOf(app: App.Locals['app'], headers: Headers): Promise<App.Locals['account']> {
  const session = await app.signIn.api.getSession({ headers });
  return session && { id: session.user.id, name: session.user.name, email: session.user.email };
}

export const handleError: HandleServerError = (caught) => {
  const { language } = caught.event.locals;
  if (caught.kind === 'app') return undefined;
  if (caught.kind === 'framework' && caught.error.status === 404) {
    return { message: language === 'en' ? 'This page does not exist.' : 'Deze pagina bestaat niet.' };
  }
  installedApp().platform.log.error({ route: caught.event.route.id, ...nameOf(caught.error) }, 'A request failed');
  return {
    message:
      language === 'en'
        ? 'Something went wrong on our side. What you saved before is still there; please try again.'
        : 'Er ging iets mis aan onze kant. Wat je eerder opsloeg, is er nog; probeer het opnieuw.',
  };
};

/** A database's message may quote a row: only the kind of fault and the place in our code are logged. */
function nameOf(error: unknown): { error: string; code?: string; stack: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  const code = (error as { code?: string }).code;
  const stack = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, ...(code ? { code } : {}), stack: stack.slice(0, 8) };
}
