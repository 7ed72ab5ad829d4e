import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { enterOrganisation } from '#lib/features/organisation/server/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';

/** Who asks, in the organisation of the address: everything behind /o/… begins here. */
export async function enter(event: RequestEvent): Promise<Context> {
  const { app, account, language } = event.locals;
  if (!account) redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname)}`);
  const organisationId = event.params['organisation'] ?? '';
  const context = await enterOrganisation(app.platform, account, organisationId, language);
  if (!context) {
    error(
      404,
      language === 'en' ? 'This page does not exist, or not for you.' : 'Deze pagina bestaat niet, of niet voor jou.',
    );
  }
  return context;
}

/** Somebody without an account: the public pages and the respondent's. */
export function visitor(event: RequestEvent): { platform: Platform; language: Language } {
  return { platform: event.locals.app.platform, language: event.locals.language };
}
