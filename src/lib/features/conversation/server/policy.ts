import type { Actor } from '#lib/platform/context/index.ts';

/** Planning, leading and entering a conversation: who leads the unit; the coordinator and the adviser can stand in. */
export const mayLeadConversation = (actor: Actor, unitId: string): boolean =>
  actor.leads.has(unitId) || actor.roles.has('coordinator') || actor.roles.has('adviser');

/** All that was written down: the team itself. */
export const mayReadConversation = (actor: Actor, unitId: string): boolean =>
  mayLeadConversation(actor, unitId) || actor.belongsTo.has(unitId);

/** What came out: the director and the works council as well, not what was said on the way. */
export const mayReadOutcome = (actor: Actor, unitId: string): boolean =>
  mayReadConversation(actor, unitId) || actor.roles.has('director') || actor.roles.has('works-council');
