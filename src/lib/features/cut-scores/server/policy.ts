import type { Actor } from '#lib/platform/context/index.ts';

/** Where the levels begin: the coordinator decides, for peilingen that open from then on. */
export const mayAdoptCutScores = (actor: Actor): boolean => actor.roles.has('coordinator');

/** Reading them with their reasons: everyone with a role here. */
export const maySeeCutScores = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;
