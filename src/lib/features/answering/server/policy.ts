import type { Actor } from '#lib/platform/context/index.ts';

/** Answering: whoever holds a credential for their ballot's number. There is no actor, and nobody is asked who they are. */

/** Opening the ballots: who may close a peiling, the coordinator by hand or the product by the announced date. */
export const mayOpenBallots = (actor: Actor): boolean => actor.roles.has('coordinator') || actor.accountId === null;
