import type { RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#lib/platform/sessions/index.ts';

export function keepSession(event: RequestEvent, { cookie }: SignedIn): void {
  event.cookies.set(cookie.name, cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: cookie.maxAge,
  });
}

export function forgetSession(event: RequestEvent): void {
  for (const { name } of event.cookies.getAll()) {
    if (name.includes('lerend.')) event.cookies.delete(name, { path: '/' });
  }
}
