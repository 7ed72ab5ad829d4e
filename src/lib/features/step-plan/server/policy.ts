import type { Actor } from '#lib/platform/context/index.ts';
import type { Helper } from '../contract.ts';

/** Changing a unit's plan: who leads the unit; the coordinator and the adviser help. */
export const mayLeadPlan = (actor: Actor, unitId: string): boolean =>
  actor.leads.has(unitId) || actor.roles.has('coordinator') || actor.roles.has('adviser');

/** Reading a unit's plan, and what was done with the answers: everyone who works there, the director and the works council. */
export const mayReadPlan = (actor: Actor, unitId: string): boolean =>
  mayLeadPlan(actor, unitId) ||
  actor.belongsTo.has(unitId) ||
  actor.roles.has('director') ||
  actor.roles.has('works-council');

/** All plans side by side: who keeps the whole going, grants the time, advises, or guards the promises. */
export const maySeeOverview = (actor: Actor): boolean =>
  (['coordinator', 'director', 'adviser', 'works-council'] as const).some((role) => actor.roles.has(role));

/** Deciding about a step that is stuck: whoever was asked; the coordinator also for the adviser, who isn't always there. */
export const mayDecide = (actor: Actor, asked: Helper): boolean =>
  actor.roles.has(asked) || (asked === 'adviser' && actor.roles.has('coordinator'));
