import type { Actor } from '#lib/platform/context/index.ts';

/** Everyone who has a role here has a page of their own. */
export const maySeeToday = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;
