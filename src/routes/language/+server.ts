import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { isLanguage } from '#lib/platform/language/index.ts';

const year = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of language in a cookie of their own and goes back to where they were. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const language = form.get('language');
  const back = String(form.get('back') ?? '/');
  if (isLanguage(language)) {
    cookies.set('language', language, {
      path: '/',
      maxAge: year,
      sameSite: 'lax',
      httpOnly: true,
      secure: url.protocol === 'https:',
    });
  }
  redirect(303, /^\/(?![/\\])/.test(back) ? back : '/');
};
