import type { Actor } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { entryMessages } from './messages.ts';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

const forEveryone = ['today', 'result', 'step-plan', 'learn'] as const;
const forKeepers = ['scan', 'organisation'] as const;

/**
 * At most six doors; the last two for who keeps the peiling and the organisation, or reads along. Who was named to keep keys
 * has one for them, and no other when that is all they do.
 */
export function navigationFor(
  actor: Actor,
  organisationId: string,
  path: string,
  language: Language,
): NavigationLink[] {
  const say = entryMessages(language);
  const isKeeper = ['coordinator', 'works-council', 'director', 'adviser'].some((role) =>
    actor.roles.has(role as never),
  );
  const hasPages = actor.roles.size > 0 || actor.leads.size > 0 || actor.belongsTo.size > 0;
  const keys = actor.keepsKeys ? (['keys'] as const) : [];
  // The conversation is where a step comes from: it has no door of its own in the menu.
  const conversation = `/o/${organisationId}/conversation`;
  return [...(hasPages ? forEveryone : []), ...(isKeeper ? forKeepers : []), ...keys].map((name) => {
    const href = `/o/${organisationId}/${name}`;
    return {
      href,
      label: say(name),
      isCurrent:
        path === href || path.startsWith(`${href}/`) || (name === 'step-plan' && path.startsWith(conversation)),
    };
  });
}

/** The role that a person is addressed by, most responsible first. */
export function roleName(actor: Actor, language: Language): string {
  const say = entryMessages(language);
  const held = (['coordinator', 'director', 'works-council', 'adviser'] as const).find((role) => actor.roles.has(role));
  if (held) return say(`role-${held}`);
  if (actor.leads.size > 0) return say('role-manager');
  return say(actor.keepsKeys && actor.belongsTo.size === 0 ? 'role-keeper' : 'role-member');
}
