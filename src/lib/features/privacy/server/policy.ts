import type { Actor } from '#lib/platform/context/index.ts';

/** How much is kept, in numbers: everyone with a role here. */
export const maySeePrivacyFigures = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;

/** Who did what: the works council sees whether promises are kept, the coordinator what was done in the house. */
export const maySeeAuditLog = (actor: Actor): boolean =>
  actor.roles.has('works-council') || actor.roles.has('coordinator');

/** The file with all papers: the works council that decides, the coordinator who prepares, the director who asks. */
export const mayTakePrivacyFile = (actor: Actor): boolean =>
  actor.roles.has('works-council') || actor.roles.has('coordinator') || actor.roles.has('director');
