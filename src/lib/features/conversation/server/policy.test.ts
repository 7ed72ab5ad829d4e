import { expect, test } from 'vitest';
import type { Actor, Role } from '#lib/platform/context/index.ts';
import { mayLeadConversation, mayReadConversation, mayReadOutcome } from './policy.ts';

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

test.each([
  {
    who: 'the manager of Noord',
    someone: actor({ leads: ['noord'], belongsTo: ['noord'] }),
    lead: true,
    all: true,
    outcome: true,
  },
  {
    who: 'the manager of Zuid',
    someone: actor({ leads: ['zuid'], belongsTo: ['zuid'] }),
    lead: false,
    all: false,
    outcome: false,
  },
  {
    who: 'someone who works in Noord',
    someone: actor({ belongsTo: ['noord'] }),
    lead: false,
    all: true,
    outcome: true,
  },
  {
    who: 'someone who works in Zuid',
    someone: actor({ belongsTo: ['zuid'] }),
    lead: false,
    all: false,
    outcome: false,
  },
  { who: 'the coordinator', someone: actor({ roles: ['coordinator'] }), lead: true, all: true, outcome: true },
  { who: 'the adviser', someone: actor({ roles: ['adviser'] }), lead: true, all: true, outcome: true },
  { who: 'the director', someone: actor({ roles: ['director'] }), lead: false, all: false, outcome: true },
  { who: 'the works council', someone: actor({ roles: ['works-council'] }), lead: false, all: false, outcome: true },
])(
  'the conversation of Noord and $who: lead $lead, read all $all, read the outcome $outcome',
  ({ someone, lead, all, outcome }) => {
    expect([
      mayLeadConversation(someone, 'noord'),
      mayReadConversation(someone, 'noord'),
      mayReadOutcome(someone, 'noord'),
    ]).toEqual([lead, all, outcome]);
  },
);
