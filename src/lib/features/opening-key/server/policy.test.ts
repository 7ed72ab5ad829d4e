import { describe, expect, test } from 'vitest';
import { productActor, roles } from '#lib/platform/context/index.ts';
import type { Role } from '#lib/platform/context/index.ts';
import { mayJoinShares, mayKeepOpeningKey } from './policy.ts';

const as = (role: Role) => ({ ...productActor, accountId: 'a', roles: new Set([role]) });

describe('the key that opens the ballots', () => {
  test('is made by the works council and by nobody else', () => {
    expect(roles.filter((role) => mayKeepOpeningKey(as(role), false))).toEqual(['works-council']);
  });

  test('is made by the director where there is no works council, never by who prepares the peiling', () => {
    expect(roles.filter((role) => mayKeepOpeningKey(as(role), true))).toEqual(['director', 'works-council']);
  });

  test('is joined by those who have a share', () => {
    expect(roles.filter((role) => mayJoinShares(as(role)))).toEqual(['coordinator', 'director', 'works-council']);
    expect(mayJoinShares(productActor)).toBe(false);
  });
});
