import { expect, test } from 'vitest';
import { productActor, roles } from '#lib/platform/context/index.ts';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import { mayExportRows, maySeeReportBeforeOthers, maySeeResearch } from './policy.ts';

const withRole = (...held: Role[]): Actor => ({ ...productActor, accountId: 'someone', roles: new Set(held) });
const who = (may: (actor: Actor) => boolean): readonly Role[] => roles.filter((role) => may(withRole(role)));

test('only the coordinator takes rows out or erases them; not the product, not a manager', () => {
  expect(who(mayExportRows)).toEqual(['coordinator']);
  expect(mayExportRows(productActor)).toBe(false);
  expect(mayExportRows({ ...withRole(), leads: new Set(['unit']) })).toBe(false);
});

test('everyone with a role reads who took rows out; who has none here does not', () => {
  expect(who(maySeeResearch)).toEqual([...roles]);
  expect(maySeeResearch({ ...withRole(), belongsTo: new Set(['unit']) })).toBe(true);
  expect(maySeeResearch(withRole())).toBe(false);
});

test('before the promised day only the coordinator and the works council read the report', () => {
  expect(who(maySeeReportBeforeOthers)).toEqual(['coordinator', 'works-council']);
});
