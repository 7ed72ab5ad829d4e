import type { Actor } from '#lib/platform/context/index.ts';

/**
 * Making the key that opens the ballots: the works council; where there is none, the director. Never who prepares the
 * peiling: the coordinator gets one share of it, and nobody may hold two.
 */
export const mayKeepOpeningKey = (actor: Actor, isWithoutWorksCouncil: boolean): boolean =>
  actor.roles.has('works-council') || (isWithoutWorksCouncil && actor.roles.has('director'));

/** Joining two shares: those who have one, and who made them. What decides is the key, not who brings it. */
export const mayJoinShares = (actor: Actor): boolean =>
  actor.roles.has('works-council') || actor.roles.has('coordinator') || actor.roles.has('director');
