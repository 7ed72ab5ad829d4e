import type { Actor } from '#lib/platform/context/index.ts';

/** Who can be written to: the coordinator decides. */
export const mayKeepContacts = (actor: Actor): boolean => actor.roles.has('coordinator');

/** Writing to a contact person: everyone with a role here. */
export const mayTalk = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;

/** Reading what was written: only the one it was written to. No role opens it, the coordinator's neither. */
export const mayReadMessagesOf = (actor: Actor, contactPerson: { readonly email: string }): boolean =>
  actor.email !== null && actor.email.toLowerCase() === contactPerson.email.toLowerCase();
