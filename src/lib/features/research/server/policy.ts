import type { Actor } from '#lib/platform/context/index.ts';

/** Taking rows out, or erasing them before their day: the coordinator, as respondents were told. */
export const mayExportRows = (actor: Actor): boolean => actor.roles.has('coordinator');

/** What became of a pilot and who took rows out: everyone with a role here. Respondents read it by the code of the peiling. */
export const maySeeResearch = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;

/** How well the questionnaire measured, before the promised day: who brings it, and who sees that promises are kept. */
export const maySeeReportBeforeOthers = (actor: Actor): boolean =>
  actor.roles.has('coordinator') || actor.roles.has('works-council');
