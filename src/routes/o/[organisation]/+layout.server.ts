import type { ServerLoad } from '@sveltejs/kit';
import { enter, navigationFor, roleName } from '#lib/entry/index.ts';
import { organisationsOf } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const { organisationId } = context.database;
  const organisations = await organisationsOf(event.locals.app.platform, context.actor.accountId ?? '');
  const here = organisations.find((organisation) => organisation.id === organisationId);
  return {
    organisation: { id: organisationId, name: here?.name ?? '', isExample: here?.kind === 'example' },
    otherOrganisations: organisations.filter((organisation) => organisation.id !== organisationId),
    person: context.actor.name,
    role: roleName(context.actor, context.language),
    navigation: navigationFor(context.actor, organisationId, event.url.pathname, context.language),
  };
};
