import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import { mayDecide, mayLeadPlan, mayReadPlan, maySeeOverview } from './policy.ts';

const actor = (wish: { roles?: Role[]; leads?: string[]; belongsTo?: string[] }): Actor => ({
  accountId: 'a',
  name: 'Sanne',
  email: null,
  personId: null,
  roles: new Set(wish.roles ?? []),
  leads: new Set(wish.leads ?? []),
  belongsTo: new Set(wish.belongsTo ?? []),
  keepsKeys: false,
});

const people: Record<string, Actor> = {
  'the manager of the unit': actor({ leads: ['noord'], belongsTo: ['noord'] }),
  'the manager of another unit': actor({ leads: ['zuid'], belongsTo: ['zuid'] }),
  'someone who works there': actor({ belongsTo: ['noord'] }),
  'someone who works elsewhere': actor({ belongsTo: ['zuid'] }),
  'the coordinator': actor({ roles: ['coordinator'] }),
  'the director': actor({ roles: ['director'] }),
  'the works council': actor({ roles: ['works-council'] }),
  'the adviser': actor({ roles: ['adviser'] }),
};

const table = [
  { who: 'the manager of the unit', lead: true, read: true, overview: false },
  { who: 'the manager of another unit', lead: false, read: false, overview: false },
  { who: 'someone who works there', lead: false, read: true, overview: false },
  { who: 'someone who works elsewhere', lead: false, read: false, overview: false },
  { who: 'the coordinator', lead: true, read: true, overview: true },
  { who: 'the director', lead: false, read: true, overview: true },
  { who: 'the works council', lead: false, read: true, overview: true },
  { who: 'the adviser', lead: true, read: true, overview: true },
];

describe('who may do what with the plan of Noord', () => {
  test.each(table)('$who: lead $lead, read $read, overview $overview', ({ who, lead, read, overview }) => {
    const someone = people[who] as Actor;
    expect([mayLeadPlan(someone, 'noord'), mayReadPlan(someone, 'noord'), maySeeOverview(someone)]).toEqual([
      lead,
      read,
      overview,
    ]);
  });

  test.each([
    { who: 'the director', decides: ['director'] },
    { who: 'the coordinator', decides: ['coordinator', 'adviser'] },
    { who: 'the adviser', decides: ['adviser'] },
    { who: 'the works council', decides: [] },
    { who: 'the manager of the unit', decides: [] },
  ])('$who decides what was asked of $decides', ({ who, decides }) => {
    const asked = (['coordinator', 'director', 'adviser'] as const).filter((helper) =>
      mayDecide(people[who] as Actor, helper),
    );
    expect(asked).toEqual(decides);
  });
});
