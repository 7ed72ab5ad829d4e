import { mayReadConversation, mayReadOutcome } from '#lib/features/conversation/server/index.ts';
import { maySeeResponse } from '#lib/features/invitation/server/index.ts';
import { maySeeCeremony } from '#lib/features/opening-key/server/index.ts';
import { maySeeGrants, maySeePeople } from '#lib/features/organisation/server/index.ts';
import { mayAnswerRequests } from '#lib/features/personal-data/server/index.ts';
import { mayExportRows } from '#lib/features/research/server/index.ts';
import { maySeeBeforeOthers, maySeeUnit } from '#lib/features/result/server/index.ts';
import { maySeeRetention } from '#lib/features/retention/server/index.ts';
import { maySeeScans } from '#lib/features/scan/server/index.ts';
import { maySeeSession } from '#lib/features/standard-setting/server/index.ts';
import { mayReadPlan } from '#lib/features/step-plan/server/index.ts';
import { mayReadWords, mayReviewWords } from '#lib/features/words/server/index.ts';
import type { Actor, Grantable } from '#lib/platform/context/index.ts';
import { maySeeAuditLog, mayTakePrivacyFile } from '../policy.ts';

/** The columns of the table, most responsible first. */
export const readers = ['coordinator', 'works-council', 'keeper', 'director', 'adviser', 'manager', 'member'] as const;

/** yes: of everyone and everything here · own: of the unit in which they work or which they lead · no. */
export type Sight = 'yes' | 'own' | 'no';

/** What can be seen, each with the very policy that decides on its page. Single answers have none: there is no page. */
const sights = {
  people: maySeePeople,
  grants: maySeeGrants,
  scans: maySeeScans,
  key: maySeeCeremony,
  response: maySeeResponse,
  unit: maySeeUnit,
  early: maySeeBeforeOthers,
  words: mayReadWords,
  review: mayReviewWords,
  conversation: mayReadConversation,
  outcome: mayReadOutcome,
  plan: mayReadPlan,
  rows: mayExportRows,
  sessions: maySeeSession,
  requests: mayAnswerRequests,
  retention: maySeeRetention,
  log: maySeeAuditLog,
  file: mayTakePrivacyFile,
} as const satisfies Record<string, (actor: Actor, unitId: string) => boolean>;

type Seen = keyof typeof sights;

const ownUnit = 'own';
const otherUnit = 'other';

/** Who may see what, asked of the policies themselves. */
export function whoSeesWhat(): readonly { readonly what: Seen; readonly sights: readonly Sight[] }[] {
  return (Object.keys(sights) as Seen[]).map((what) => ({
    what,
    sights: readers.map((role): Sight => {
      const may: (actor: Actor, unitId: string) => boolean = sights[what];
      const actor = somebodyWith(role);
      return may(actor, otherUnit) ? 'yes' : may(actor, ownUnit) ? 'own' : 'no';
    }),
  }));
}

/** Managers and members hold their role in a unit; who keeps keys holds none; the others for the whole organisation. */
function somebodyWith(role: Grantable): Actor {
  const isOfWhole = role !== 'manager' && role !== 'member' && role !== 'keeper';
  const isOfUnit = role === 'manager' || role === 'member';
  const own = new Set([ownUnit]);
  return {
    accountId: role,
    name: role,
    email: null,
    personId: null,
    roles: new Set(isOfWhole ? [role] : []),
    leads: role === 'manager' ? own : new Set(),
    belongsTo: isOfUnit ? own : new Set(),
    keepsKeys: role === 'keeper',
  };
}
