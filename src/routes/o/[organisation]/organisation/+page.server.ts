import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import {
  addUnit,
  changeUnit,
  mayKeepOrganisation,
  maySeeGrants,
  organisationTree,
  removeUnit,
} from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return {
    tree: await ask(() => organisationTree(context)),
    mayKeep: mayKeepOrganisation(context.actor),
    maySeeAccess: maySeeGrants(context.actor),
    editing: event.url.searchParams.get('unit'),
  };
};

export const actions: Actions = {
  add: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => ({ added: await addUnit(context, fields) }));
  },
  change: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => changeUnit(context, fields));
  },
  remove: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => removeUnit(context, fields));
  },
};
