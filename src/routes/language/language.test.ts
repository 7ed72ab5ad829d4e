import { describe, expect, test } from 'vitest';
import { POST } from './+server.ts';

/** Posts to the page and tells what came back, and which language was kept. */
async function post(type: string, body: string): Promise<{ status: number; location?: string; kept: string[] }> {
  const kept: string[] = [];
  const url = new URL('http://localhost:3000/language');
  const request = new Request(url, { method: 'POST', headers: { 'content-type': type }, body });
  const event = {
    request,
    url,
    locals: { language: 'nl' },
    cookies: { set: (_name: string, value: string) => void kept.push(value) },
  };
  try {
    return { status: (await POST(event as never)).status, kept };
  } catch (thrown) {
    const { status, location } = thrown as { status: number; location?: string };
    return { status, kept, ...(location === undefined ? {} : { location }) };
  }
}

const form = 'application/x-www-form-urlencoded;charset=UTF-8';

describe('the choice of language', () => {
  test('is kept, and the reader goes back to where they were', async () => {
    expect(await post(form, 'language=en&back=/o')).toEqual({ status: 303, location: '/o', kept: ['en'] });
  });

  test('never leads to another site', async () => {
    for (const back of ['//elders.nl', '/\\elders.nl', 'https://elders.nl']) {
      expect(await post(form, `language=en&back=${encodeURIComponent(back)}`)).toMatchObject({ location: '/' });
    }
  });

  test('that isn’t sent as a form is refused for what it is', async () => {
    expect(await post('application/json', '{"language":"en"}')).toEqual({ status: 415, kept: [] });
    expect(await post('text/plain', 'language=en')).toEqual({ status: 415, kept: [] });
  });

  test('in a form that can’t be read is refused too', async () => {
    expect(await post('multipart/form-data; boundary=x', 'language=en')).toEqual({ status: 400, kept: [] });
  });
});
