import type { Actor } from '#lib/platform/context/index.ts';

/** Answering: whoever holds a credential for their ballot's number. There is no actor, and nobody is asked who they are. */

/** Opening the ballots: the coordinator by hand, the product by the announced date, and whoever may hold a share, with the key. */
export const mayOpenBallots = (actor: Actor): boolean =>
  actor.keepsKeys ||
  (['coordinator', 'works-council', 'director'] as const).some((role) => actor.roles.has(role)) ||
  actor.accountId === null;
