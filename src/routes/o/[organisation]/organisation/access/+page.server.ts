import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import {
  grantAccess,
  grantList,
  mayKeepOrganisation,
  organisationTree,
  withdrawGrant,
} from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return {
    grants: await ask(() => grantList(context)),
    tree: await ask(() => organisationTree(context)),
    mayKeep: mayKeepOrganisation(context.actor),
  };
};

export const actions: Actions = {
  give: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await grantAccess(event.locals.app.platform, context, fields);
      return { given: String(fields['name']) };
    });
  },
  withdraw: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => withdrawGrant(context, fields));
  },
};
