import type { Actor } from '#lib/platform/context/index.ts';

/** Counting the answers of a closed peiling: the coordinator by hand, the product by the announced date. */
export const mayFinishScan = (actor: Actor): boolean => actor.roles.has('coordinator') || isProduct(actor);

/** Counting with a key that its holders joined: whoever may hold a share. What decides is the key, not who brings it. */
export const mayFinishWithKey = (actor: Actor): boolean =>
  actor.keepsKeys || (['works-council', 'coordinator', 'director'] as const).some((role) => actor.roles.has(role));

/** Letting everyone read the result before the promised day: the coordinator. */
export const mayPublishResult = (actor: Actor): boolean => actor.roles.has('coordinator');

/** That there are results: everyone with a role here, and the product for its mails. */
export const maySeeResults = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0 || isProduct(actor);

/** A result that isn't published: the coordinator brings it into the teams, the works council sees that promises are kept. */
export const maySeeBeforeOthers = (actor: Actor): boolean =>
  actor.roles.has('coordinator') || actor.roles.has('works-council') || isProduct(actor);

/** What the audit of a result found: who answers for it, and who sees that promises are kept. */
export const mayReadAudit = (actor: Actor): boolean =>
  actor.roles.has('coordinator') || actor.roles.has('works-council');

/** That it was made and what came of it, without the places: whoever takes the papers of a peiling. */
export const mayReadAuditInShort = (actor: Actor): boolean => mayReadAudit(actor) || actor.roles.has('director');

/** The page of every unit: who works for the whole organisation. */
export const maySeeEveryUnit = (actor: Actor): boolean =>
  (['coordinator', 'director', 'works-council', 'adviser'] as const).some((role) => actor.roles.has(role)) ||
  isProduct(actor);

/** The five-minute version, with what waits for a decision: who decides, and who prepares it. */
export const mayReadForDirection = (actor: Actor): boolean =>
  actor.roles.has('director') || actor.roles.has('coordinator');

/** The page of one unit: who leads it or a unit above it, and who works in it or below it. */
export const maySeeUnit = (actor: Actor, unitId: string): boolean =>
  maySeeEveryUnit(actor) || actor.leads.has(unitId) || actor.belongsTo.has(unitId);

function isProduct(actor: Actor): boolean {
  return actor.accountId === null;
}
