import type { Actor } from '#lib/platform/context/index.ts';

/** The tree, the people and who may do what: the coordinator keeps them. */
export const mayKeepOrganisation = (actor: Actor): boolean => actor.roles.has('coordinator');

/** Seeing the tree and its numbers: everyone with a role in the organisation. */
export const maySeeTree = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;

/** Names and addresses of people: the coordinator only. */
export const maySeePeople = (actor: Actor): boolean => actor.roles.has('coordinator');

/** Who has which role: the coordinator keeps it, the works council reads along. */
export const maySeeGrants = (actor: Actor): boolean =>
  actor.roles.has('coordinator') || actor.roles.has('works-council');
