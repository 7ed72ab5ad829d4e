import { expect, test } from 'vitest';
import { productActor, roles } from '#lib/platform/context/index.ts';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import { mayInvite, maySeeResponse } from './policy.ts';

const withRole = (...held: Role[]): Actor => ({ ...productActor, accountId: 'someone', roles: new Set(held) });

test.each<[string, (actor: Actor) => boolean, readonly Role[]]>([
  ['invite, print and mail', mayInvite, ['coordinator']],
  ['follow the response in bands', maySeeResponse, ['coordinator', 'director', 'works-council', 'adviser']],
])('%s: these roles and no other', (_what, may, who) => {
  expect(roles.filter((role) => may(withRole(role)))).toEqual(roles.filter((role) => who.includes(role)));
  expect(may({ ...withRole(), leads: new Set(['unit']), belongsTo: new Set(['unit']) })).toBe(false);
});
