import type { Actor } from '#lib/platform/context/index.ts';

/** Answering: whoever holds a credential for their ballot's number. There is no actor, and nobody is asked who they are. */

/** Opening the ballots: the coordinator by hand, the product by the announced date, and the works council with its key. */
export const mayOpenBallots = (actor: Actor): boolean =>
  actor.roles.has('coordinator') || actor.roles.has('works-council') || actor.accountId === null;
