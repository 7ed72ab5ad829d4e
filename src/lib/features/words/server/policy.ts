import type { Actor } from '#lib/platform/context/index.ts';

/** What people wrote, once it is released: who works for the whole organisation, and nobody's own manager by that role alone. */
export const mayReadWords = (actor: Actor): boolean =>
  (['coordinator', 'director', 'works-council', 'adviser'] as const).some((role) => actor.roles.has(role)) &&
  actor.accountId !== null;

/** Looking the answers through before that, blacking out and releasing: the works council, and the coordinator. */
export const mayReviewWords = (actor: Actor): boolean =>
  actor.roles.has('works-council') || actor.roles.has('coordinator');
