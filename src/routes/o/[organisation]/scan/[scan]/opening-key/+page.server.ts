import { redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { keyCeremony, registerOpeningKey, withdrawOpeningKey } from '#lib/features/opening-key/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { ceremony: await ask(() => keyCeremony(context, scanIdOf(event))) };
};

export const actions: Actions = {
  register: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await registerOpeningKey(context, { ...fields, scanId: scanIdOf(event) });
      redirect(303, event.url.pathname);
    });
  },
  withdraw: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      await withdrawOpeningKey(context, { scanId: scanIdOf(event) });
      redirect(303, event.url.pathname);
    });
  },
};

const scanIdOf = (event: RequestEvent): string => event.params['scan'] ?? '';
