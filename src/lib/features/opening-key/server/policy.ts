import { maySeeScans } from '#lib/features/scan/server/index.ts';
import type { Actor } from '#lib/platform/context/index.ts';

/**
 * Making the key that opens the ballots: the works council, or whom the organisation named for it; where there is no works
 * council, the director. Never who prepares the peiling: the coordinator gets one share of it, and nobody may hold two.
 */
export const mayKeepOpeningKey = (actor: Actor, isWithoutWorksCouncil: boolean): boolean =>
  !actor.roles.has('coordinator') &&
  (actor.roles.has('works-council') || actor.keepsKeys || (isWithoutWorksCouncil && actor.roles.has('director')));

/** The page on which a key is made, and who keeps it: who sees the peiling, and who keeps keys. */
export const maySeeCeremony = (actor: Actor): boolean => actor.keepsKeys || maySeeScans(actor);

/** The peilingen by their keys, and nothing else of them: who keeps keys and has no other page for it. */
export const maySeeKeys = (actor: Actor): boolean => actor.keepsKeys;

/** Joining two shares: those who have one, and who made them. What decides is the key, not who brings it. */
export const mayJoinShares = (actor: Actor): boolean =>
  actor.keepsKeys || (['works-council', 'coordinator', 'director'] as const).some((role) => actor.roles.has(role));
