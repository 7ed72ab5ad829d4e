import type { Actor } from '#lib/platform/context/index.ts';

/** What leaves and what comes in: the coordinator, by hand. */
export const mayExchange = (actor: Actor): boolean => actor.roles.has('coordinator');

/** A pool beside the result: whoever may read that result. Asked by the result itself. */
export const maySeePool = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;
