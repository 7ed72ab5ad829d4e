import type { Actor } from '#lib/platform/context/index.ts';

/** Preparing, opening and closing a peiling: the coordinator. */
export const mayPrepareScan = (actor: Actor): boolean => actor.roles.has('coordinator');

/** What each team gets for learning, and when the result comes: only who can grant it. */
export const mayPromise = (actor: Actor): boolean => actor.roles.has('director');

/** Consent: the works council itself. */
export const mayRecordConsent = (actor: Actor): boolean => actor.roles.has('works-council');

/** That there is no works council: itself (a representation without that right), or the coordinator when nobody holds the role. */
export const mayRecordNoWorksCouncil = (actor: Actor, isWithoutWorksCouncil: boolean): boolean =>
  mayRecordConsent(actor) || (isWithoutWorksCouncil && mayPrepareScan(actor));

/** How a peiling is set up and how it goes: who prepares it, who promises, who consents, and the adviser reads along. */
export const maySeeScans = (actor: Actor): boolean =>
  mayPrepareScan(actor) || mayPromise(actor) || mayRecordConsent(actor) || actor.roles.has('adviser');

/** That a peiling was held: everyone with a role in the organisation. */
export const maySeeOpenedScans = (actor: Actor): boolean =>
  actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;

/** Closing: the coordinator by hand, the product by the announced date. */
export const mayCloseScan = (actor: Actor): boolean => mayPrepareScan(actor) || actor.accountId === null;
