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

/** At most six doors; the last two for who keeps the peiling and the organisation, or reads along. */
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
  // The conversation is where a step comes from: it has no door of its own in the menu.
  const conversation = `/o/${organisationId}/conversation`;
  return [...forEveryone, ...(isKeeper ? forKeepers : [])].map((name) => {
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
  return say(`role-${held ?? (actor.leads.size > 0 ? 'manager' : 'member')}`);
}
