import { describe, expect, test } from 'vitest';
import { saidYes } from './said-yes.ts';

const page = 'http://lerend.intern/s/ABCD2345';
const asked = (headers: Record<string, string>, search = '?language=nl&consent=yes') =>
  saidYes({ url: new URL(page + search), request: { headers: new Headers(headers) } });

describe('a yes in the address', () => {
  test('counts when it comes from the page that asks for it', () => {
    expect(asked({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asked({ referer: `${page}?language=nl` })).toBe(true);
  });

  test.each([
    ['typed, pasted or bookmarked', { 'sec-fetch-site': 'none' }],
    ['followed from a chat', { 'sec-fetch-site': 'cross-site', referer: `${page}` }],
    ['followed from a chat, by a browser that says nothing of it', { referer: 'https://chat.example/' }],
    ['opened by a browser that says nothing at all', {}],
    ['followed from another page of ours', { referer: 'http://lerend.intern/o/x/scan' }],
    ['followed from who plays our name', { referer: 'http://lerend.intern.example/s/ABCD2345' }],
  ])('is asked for again when the address was %s', (_, headers) => {
    expect(asked(headers)).toBe(false);
  });

  test('is no yes without one', () => {
    expect(asked({ 'sec-fetch-site': 'same-origin' }, '?language=nl')).toBe(false);
    expect(asked({ 'sec-fetch-site': 'same-origin' }, '?consent=no')).toBe(false);
  });
});
