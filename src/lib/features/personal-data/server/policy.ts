import type { Actor } from '#lib/platform/context/index.ts';

/** Reading everything that is kept on somebody, and erasing it: the coordinator, who answers such requests. */
export const mayAnswerRequests = (actor: Actor): boolean => actor.roles.has('coordinator');

/** What is kept on oneself: everyone with access here. */
export const mayReadOwnData = (actor: Actor): boolean =>
  actor.accountId !== null &&
  (actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0 || actor.keepsKeys);

/** What somebody wrote to a contact person in confidence: only who wrote it, whatever else one may read. */
export const mayReadConfidential = (actor: Actor, subject: { readonly accountId: string | null }): boolean =>
  actor.accountId !== null && actor.accountId === subject.accountId;
