import type { Actor } from '#lib/platform/context/index.ts';

/** Holding a session: whoever decides on the cut scores, the coordinator. */
export const mayHoldSession = (actor: Actor): boolean => actor.roles.has('coordinator');

/** Following a session and reading its document: who keeps the organisation or reads along. */
export const maySeeSession = (actor: Actor): boolean =>
  (['coordinator', 'works-council', 'director', 'adviser'] as const).some((role) => actor.roles.has(role));

/** Judging: who holds the key of this panellist, while a round is on. A paper sheet has no key: its coordinator enters it. */
export const mayJudge = (panellist: { readonly isOnPaper: boolean }, has: 'key' | 'paper'): boolean =>
  panellist.isOnPaper === (has === 'paper');
