import { expect, test } from 'vitest';
import { productActor, roles } from '#lib/platform/context/index.ts';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import {
  mayCloseScan,
  mayPrepareScan,
  mayPromise,
  mayRecordConsent,
  mayRecordNoWorksCouncil,
  maySeeOpenedScans,
  maySeeScans,
} from './policy.ts';

const withRole = (...held: Role[]): Actor => ({ ...productActor, accountId: 'someone', roles: new Set(held) });

const rules: Record<string, { may: (actor: Actor) => boolean; who: readonly Role[] }> = {
  'prepare, change, open and remove': { may: mayPrepareScan, who: ['coordinator'] },
  close: { may: mayCloseScan, who: ['coordinator'] },
  promise: { may: mayPromise, who: ['director'] },
  consent: { may: mayRecordConsent, who: ['works-council'] },
  'record that there is no council': {
    may: (actor) => mayRecordNoWorksCouncil(actor, true),
    who: ['coordinator', 'works-council'],
  },
  'record that there is none, where there is one': {
    may: (actor) => mayRecordNoWorksCouncil(actor, false),
    who: ['works-council'],
  },
  'see how a peiling is set up': { may: maySeeScans, who: ['coordinator', 'director', 'works-council', 'adviser'] },
  'see that one was held': { may: maySeeOpenedScans, who: roles },
};

test.each(Object.entries(rules))('%s: these roles and no other', (_what, { may, who }) => {
  expect(roles.filter((role) => may(withRole(role)))).toEqual(roles.filter((role) => who.includes(role)));
  expect(may(withRole())).toBe(false);
});

test('the product itself only closes', () => {
  expect(mayCloseScan(productActor)).toBe(true);
  for (const may of [mayPrepareScan, mayPromise, mayRecordConsent, maySeeScans]) expect(may(productActor)).toBe(false);
});

test('a manager sees that a peiling was held, and not how it is set up', () => {
  const manager: Actor = { ...withRole(), leads: new Set(['unit']) };
  expect(maySeeOpenedScans(manager)).toBe(true);
  expect(maySeeScans(manager)).toBe(false);
});
