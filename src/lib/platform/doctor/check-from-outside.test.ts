import { expect, test } from 'vitest';
import { checkFromOutside } from './check-from-outside.ts';

const csp = "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'";
const sound = {
  'content-security-policy': csp,
  'referrer-policy': 'same-origin',
  'cache-control': 'private, no-store',
  'strict-transport-security': 'max-age=31536000',
};
const origin = 'https://leren.voorbeeld.nl';

type Meddling = { headers?: Record<string, string>; body?: string; http?: number; location?: string };

/** A proxy in front of a sound installation, that meddles in one way. */
const through =
  ({ headers = {}, body = '<p>Lerend</p>', http = 301, location = '' }: Meddling) =>
  (address: string) => {
    const isHttp = address.startsWith('http:');
    const told = new Headers(isHttp ? { location: `${origin}/` } : { ...sound, ...headers });
    if (location && address.includes('%23')) told.set('location', location + address.split('%23')[1]);
    return Promise.resolve({ status: isHttp ? http : 200, headers: told, body });
  };

const faults = async (meddling: Meddling): Promise<string[]> =>
  (await checkFromOutside(origin, through(meddling)))
    .filter(({ state }) => state === 'fault')
    .map(({ sentence }) => sentence.en);

test('a sound installation has no fault, and one word to look for in the logs', async () => {
  const results = await checkFromOutside(origin, through({}));
  expect(results.filter(({ state }) => state === 'fault')).toEqual([]);
  expect(results.filter(({ state }) => state === 'warning').map(({ sentence }) => sentence.en)).toEqual([
    expect.stringMatching(/the word ZZ[0-9A-F]{12} /),
  ]);
});

test.each([
  ['drops the content security policy', { headers: { 'content-security-policy': '' } }, /doesn't arrive whole/],
  [
    'loosens it',
    { headers: { 'content-security-policy': `${csp}; style-src 'unsafe-inline'` } },
    /doesn't arrive whole/,
  ],
  ['adds a referrer policy of its own', { headers: { 'referrer-policy': 'same-origin, unsafe-url' } }, /unsafe-url/],
  ['lets pages be stored', { headers: { 'cache-control': 'public, max-age=60' } }, /may be stored/],
  ['stores pages', { headers: { age: '12' } }, /may be stored/],
  ['sets a cookie', { headers: { 'set-cookie': 'LB=node1; Path=/' } }, /LB/],
  ['writes a script into the page', { body: '<script src="https://meten.example/a.js"></script>' }, /meten\.example/],
  ['answers over http', { http: 200 }, /answers with 200/],
  ['passes the code of a mangled link on', { location: '/code?c=' }, /puts the code/],
] as const)('a proxy that %s is found', async (_name, meddling, sentence) => {
  const found = await faults(meddling);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one).toMatch(sentence);
});

test('http outside is a fault by itself, and without strict-transport-security there is a warning', async () => {
  const plain = await checkFromOutside('http://leren.voorbeeld.nl', (address) =>
    through({})(address.replace('http:', 'https:')),
  );
  expect(plain.some(({ state, sentence }) => state === 'fault' && /isn't https/.test(sentence.en))).toBe(true);
  const withoutHsts = await checkFromOutside(origin, through({ headers: { 'strict-transport-security': '' } }));
  expect(withoutHsts.some(({ state, sentence }) => state === 'warning' && /half a year/.test(sentence.en))).toBe(true);
});

test('what can’t be reached, or isn’t Lerend, is one sentence', async () => {
  const gone = await checkFromOutside(origin, () => Promise.reject(new TypeError('fetch failed')));
  expect(gone).toMatchObject([{ state: 'fault', sentence: { en: expect.stringContaining("can't be reached") } }]);
  const other = await checkFromOutside(origin, () =>
    Promise.resolve({ status: 404, headers: new Headers(), body: '' }),
  );
  expect(other).toMatchObject([{ state: 'fault', sentence: { en: expect.stringContaining('404') } }]);
});
