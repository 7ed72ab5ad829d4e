import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { isLanguage } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';

const year = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of language in a cookie of their own and goes back to where they were. */
export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
  const form = await formIn(request, locals.language);
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

async function formIn(request: Request, language: Language): Promise<FormData> {
  const message = language === 'en' ? 'This is not a form.' : 'Dit is geen formulier.';
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)(;|$)/i.test(type)) error(415, message);
  try {
    return await request.formData();
  } catch (fault) {
    if (fault instanceof TypeError) error(400, message);
    throw fault;
  }
}
