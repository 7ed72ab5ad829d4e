import type { Actor } from '#lib/platform/context/index.ts';

/** How long things are kept: the coordinator sets it, within bounds. */
export const maySetRetention = (actor: Actor): boolean => actor.roles.has('coordinator');

/** Reading how long: everyone with a role here; the works council holds it against what was agreed. */
export const maySeeRetention = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;
