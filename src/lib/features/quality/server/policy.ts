import type { Actor } from '#lib/platform/context/index.ts';

/** How well a peiling measured: whoever has a role here. All of it is about everyone together. */
export const maySeeQuality = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;
