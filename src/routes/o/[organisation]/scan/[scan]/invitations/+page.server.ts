import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import {
  addCards,
  invitationOverview,
  inviteEveryone,
  sendInvitations,
} from '#lib/features/invitation/server/index.ts';
import { scanOverview } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return ask(async () => {
    const { id, title, state, opensOn } = await scanOverview(context, scanIdOf(event));
    return {
      scan: { id, title, state, opensOn },
      overview: await invitationOverview(context, id),
      today: dayOf(context.clock.now()),
    };
  });
};

export const actions: Actions = {
  invite: async (event) => {
    const context = await enter(event);
    return act(event, () => inviteEveryone(context, { scanId: scanIdOf(event) }));
  },
  send: async (event) => {
    const context = await enter(event);
    return act(event, () => sendInvitations(context, { scanId: scanIdOf(event) }));
  },
  cards: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => addCards(context, { ...fields, scanId: scanIdOf(event) }));
  },
};

const scanIdOf = (event: RequestEvent): string => event.params['scan'] ?? '';
