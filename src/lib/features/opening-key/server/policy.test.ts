import { describe, expect, test } from 'vitest';
import { productActor, roles } from '#lib/platform/context/index.ts';
import type { Role } from '#lib/platform/context/index.ts';
import { mayJoinShares, mayKeepOpeningKey, maySeeCeremony, maySeeKeys } from './policy.ts';

const as = (role: Role) => ({ ...productActor, accountId: 'a', roles: new Set([role]) });
const keeper = { ...productActor, accountId: 'a', keepsKeys: true };

describe('the key that opens the ballots', () => {
  test('is made by the works council or by whom the organisation named, and by nobody else', () => {
    expect(roles.filter((role) => mayKeepOpeningKey(as(role), false))).toEqual(['works-council']);
    expect(mayKeepOpeningKey(keeper, false)).toBe(true);
  });

  test('may be made by the director where there is no works council, never by who prepares the peiling', () => {
    expect(roles.filter((role) => mayKeepOpeningKey(as(role), true))).toEqual(['director', 'works-council']);
    expect(mayKeepOpeningKey(keeper, true)).toBe(true);
    expect(mayKeepOpeningKey({ ...keeper, roles: new Set(['coordinator']) }, true)).toBe(false);
  });

  test('is joined by those who have a share', () => {
    expect(roles.filter((role) => mayJoinShares(as(role)))).toEqual(['coordinator', 'director', 'works-council']);
    expect([mayJoinShares(keeper), mayJoinShares(productActor)]).toEqual([true, false]);
  });

  test('has a page for who keeps it; the list is for whom the organisation named', () => {
    expect(maySeeCeremony(keeper)).toBe(true);
    expect(roles.filter((role) => maySeeKeys(as(role)))).toEqual([]);
    expect(maySeeKeys(keeper)).toBe(true);
  });
});
