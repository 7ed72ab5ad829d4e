import { expect, test } from 'vitest';
import { roles } from '#lib/platform/context/index.ts';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import { mayReadWords, mayReviewWords } from './policy.ts';

const actor = (role: Role, accountId: string | null = 'account'): Actor => ({
  accountId,
  name: 'Iemand',
  email: null,
  personId: null,
  roles: new Set([role]),
  leads: new Set(['unit']),
  belongsTo: new Set(['unit']),
  keepsKeys: false,
});

test('the works council and the coordinator look them through; who works for the whole reads them after that', () => {
  expect(roles.filter((role) => mayReviewWords(actor(role)))).toEqual(['coordinator', 'works-council']);
  expect(roles.filter((role) => mayReadWords(actor(role)))).toEqual([
    'coordinator',
    'director',
    'works-council',
    'adviser',
  ]);
  expect(mayReadWords(actor('coordinator', null))).toBe(false);
});
