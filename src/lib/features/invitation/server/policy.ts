import type { Actor } from '#lib/platform/context/index.ts';

/** Inviting, printing and mailing: the coordinator. Whoever sees codes beside names must be one person. */
export const mayInvite = (actor: Actor): boolean => actor.roles.has('coordinator');

/** How many were invited and, in bands, how many answered: who prepares, promises, consents or advises. */
export const maySeeResponse = (actor: Actor): boolean =>
  mayInvite(actor) || actor.roles.has('director') || actor.roles.has('works-council') || actor.roles.has('adviser');
