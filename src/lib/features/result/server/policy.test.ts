import { describe, expect, test } from 'vitest';
import { productActor } from '#lib/platform/context/index.ts';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import {
  mayFinishScan,
  mayPublishResult,
  mayReadForDirection,
  mayReadAudit,
  maySeeBeforeOthers,
  maySeeEveryUnit,
  maySeeResults,
  maySeeUnit,
} from './policy.ts';

const actor = (roles: Role[], leads: string[] = [], belongsTo: string[] = []): Actor => ({
  accountId: 'account',
  name: '',
  email: null,
  personId: null,
  roles: new Set(roles),
  leads: new Set(leads),
  belongsTo: new Set(belongsTo),
  keepsKeys: false,
});
const who = {
  coordinator: actor(['coordinator']),
  director: actor(['director']),
  'works council': actor(['works-council']),
  adviser: actor(['adviser']),
  'manager of north': actor([], ['north', 'north-1'], ['north', 'whole']),
  'member of north-1': actor([], [], ['north-1', 'north', 'whole']),
  nobody: actor([]),
  'the product': productActor,
};
const everyoneWith = (may: (one: Actor) => boolean) =>
  Object.entries(who).flatMap(([name, one]) => (may(one) ? [name] : []));
const wholeRoles = ['coordinator', 'director', 'works council', 'adviser'];

describe('who may do what with a result', () => {
  test.each([
    ['counts the answers', mayFinishScan, ['coordinator', 'the product']],
    ['publishes before the promised day', mayPublishResult, ['coordinator']],
    [
      'sees that there are results',
      maySeeResults,
      [...wholeRoles, 'manager of north', 'member of north-1', 'the product'],
    ],
    ['reads what the audit found', mayReadAudit, ['coordinator', 'works council']],
    ['reads a result before others', maySeeBeforeOthers, ['coordinator', 'works council', 'the product']],
    ['reads every unit', maySeeEveryUnit, [...wholeRoles, 'the product']],
    ['reads the five minutes with decisions', mayReadForDirection, ['coordinator', 'director']],
    [
      'reads north',
      (one: Actor) => maySeeUnit(one, 'north'),
      [...wholeRoles, 'manager of north', 'member of north-1', 'the product'],
    ],
    [
      'reads north-1',
      (one: Actor) => maySeeUnit(one, 'north-1'),
      [...wholeRoles, 'manager of north', 'member of north-1', 'the product'],
    ],
    ['reads south', (one: Actor) => maySeeUnit(one, 'south'), [...wholeRoles, 'the product']],
    [
      'reads the whole',
      (one: Actor) => maySeeUnit(one, 'whole'),
      [...wholeRoles, 'manager of north', 'member of north-1', 'the product'],
    ],
  ])('%s', (_what, may, expected) => {
    expect(everyoneWith(may)).toEqual(expected);
  });
});
