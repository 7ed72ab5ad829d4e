import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOfPage } from './harness/check-page.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { readMail } from './harness/read-mail.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace({ story: 'harness', language: 'nl' });
});
afterAll(() => place.close());

const right =
  '<!doctype html><html lang="nl"><head><title>Proef</title></head><body><main><h1>Proef</h1></main></body></html>';

/** What the journeys hold every page to would say nothing if it couldn't be broken. */
describe('the look at every page', () => {
  test.each([
    ['nothing', right, []],
    ['another language', right.replace('"nl"', '"en"'), [/says it is in 'en'/]],
    ['no title', right.replace('Proef</title>', '</title>'), [/its title is ''/, /document-title/]],
    ['two main headings', right.replace('<h1>', '<h1>Eerst</h1><h1>'), [/main headings are/]],
    ['a picture without words', right.replace('</h1>', '</h1><img src="data:," />'), [/image-alt/]],
    [
      'words too pale',
      right.replace('</h1>', '</h1><p style="color:#bbb;background:#fff">bleek</p>'),
      [/style attribute/, /color-contrast/],
    ],
    [
      'pale in the dark only',
      right.replace(
        '</head>',
        '<style>@media (prefers-color-scheme: dark) { h1 { color: #333; background: #222; } }</style></head>',
      ),
      [/color-contrast/],
    ],
    [
      'wider than a telephone',
      right.replace('</h1>', '</h1><div style="inline-size:900px">breed</div>'),
      [/900 px wide|px wide on a screen/],
    ],
    ['a script of its own', right.replace('</main>', '</main><script>0</script>'), [/script of its own/]],
  ])('finds: %s', async (_, html, expected) => {
    const { page } = await place.somebody({ device: 'desk' });
    await page.setContent(html);
    const faults = await faultsOfPage(page, 'nl');
    for (const pattern of expected) expect(faults.join('\n')).toMatch(pattern);
    if (expected.length === 0) expect(faults).toEqual([]);
  });
});

test('whatever is asked of somebody else, or fails, ends the story', async () => {
  const somebody = await place.somebody({ device: 'desk' });
  await somebody.goTo('/');
  await somebody.page.evaluate(() =>
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/pixel.png', alt: '' })),
  );
  await expect(somebody.looks()).rejects.toThrow(/elsewhere\.example/);
});

test('a mail is read as it was meant: words in any alphabet, long lines, and a calendar entry', () => {
  const source = [
    'Subject: =?UTF-8?Q?Agenda_voor_Zo=C3=AB?=',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Een link die over=',
    'loopt: caf=C3=A9',
    '--x',
    'Content-Type: text/calendar',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('BEGIN:VCALENDAR').toString('base64'),
    '--x--',
  ].join('\r\n');
  expect(readMail(['zoe@example.org'], source)).toEqual({
    to: ['zoe@example.org'],
    subject: 'Agenda voor Zoë',
    text: 'Een link die overloopt: café',
    calendar: 'BEGIN:VCALENDAR',
  });
});
