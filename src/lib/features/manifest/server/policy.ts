import type { Actor } from '#lib/platform/context/index.ts';

/** Fixing what can't change any more: whoever opens the peiling. Reading it is for everyone who has the peiling's code. */
export const mayFixManifest = (actor: Actor): boolean => actor.roles.has('coordinator');
