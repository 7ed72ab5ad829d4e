import { afterAll, beforeAll, expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answeringPage, answeringPageOnce } from './index.ts';
import { openScanForTests, opened } from './scan-for-tests.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** Visits as a browser does, and counts how often the page is rendered. */
function visitorOf(code: string) {
  const seen = { rendered: 0 };
  const visit = async (key = 'nl', acceptEncoding: string | null = 'gzip, br', status = 200) => {
    const response = await answeringPageOnce(world.platform, { code, key, acceptEncoding }, async () => {
      seen.rendered += 1;
      const page = await answeringPage(world.platform, code, 'nl');
      const text = `<h1>${page.title}</h1><p>${page.when}</p><input name="number" value="${page.number}" />`;
      return new Response(text, { status, headers: { etag: '"of this one"', 'content-type': 'text/html' } });
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isGzip = response.headers.get('content-encoding') === 'gzip';
    const text = (isGzip ? gunzipSync(bytes) : bytes).toString();
    return { response, isGzip, text, number: /value="([\w-]{22})"/.exec(text)?.[1] };
  };
  return { visit, seen };
}

test('the page is made once for everyone, with a number of its own for each', async () => {
  const made = await openScanForTests(world, 'pulse');
  const { visit, seen } = visitorOf(made.scan.code);
  const visits = [await visit(), await visit(), await visit('nl', null), await visit('nl', 'br, gzip;q=0')];
  expect(seen.rendered).toBe(1);
  expect(new Set(visits.map(({ number }) => number)).size).toBe(4);
  expect(new Set(visits.map(({ text, number = '' }) => text.replace(number, ''))).size).toBe(1);
  expect(visits.map(({ isGzip }) => isGzip)).toEqual([false, true, false, false]);
  expect(visits[1]?.response.headers.get('content-type')).toBe('text/html');
  expect(visits[1]?.response.headers.has('etag')).toBe(false);
  // Another language, or another spelling of the address, is another page; whoever makes up many gets no memory.
  await visit('en');
  expect(seen.rendered).toBe(2);
  for (let made = 0; made < 20; made += 1) await visit(`nl?made-up=${made}`);
  await visit('nl?made-up=19');
  expect(seen.rendered).toBe(23);
  // A change of the peiling is seen at once.
  await opened(world, made);
  expect((await visit()).text).toContain('<p>over</p>');
});

test('many at once, each at an address of their own, get no more memory than one after another', async () => {
  const { visit, seen } = visitorOf((await openScanForTests(world, 'pulse')).scan.code);
  const addresses = Array.from({ length: 20 }, (_, at) => `nl?made-up=${at}`);
  await Promise.all(addresses.map((key) => visit(key)));
  expect(seen.rendered).toBe(20);
  for (const key of addresses) await visit(key);
  expect(seen.rendered).toBe(32);
});

test('what can’t be read is left to the page, which says so', async () => {
  const gone = await testWorld();
  await gone.close();
  const asked = { code: 'ABCD2345', key: 'nl', acceptEncoding: null };
  const page = await answeringPageOnce(gone.platform, asked, () => Promise.resolve(new Response('', { status: 500 })));
  expect(page.status).toBe(500);
});

test('a page that went wrong, and one that is drawn for each, are made every time', async () => {
  const pulse = visitorOf((await openScanForTests(world, 'pulse')).scan.code);
  for (const status of [500, 500, 200, 200, 200]) await pulse.visit('nl', 'gzip', status);
  expect(pulse.seen.rendered).toBe(3);
  const parts = visitorOf((await openScanForTests(world, 'parts')).scan.code);
  for (const _visit of [1, 2]) await parts.visit();
  expect(parts.seen.rendered).toBe(2);
});
