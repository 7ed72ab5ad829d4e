import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, visitor } from '#lib/entry/index.ts';
import { sendTryMessage, tryTalkPage } from '#lib/features/contact/server/index.ts';

export const load: ServerLoad = async (event) => ({ page: await tryTalkPage(visitor(event).platform) });

export const actions: Actions = {
  send: (event) =>
    act(event, async (fields) => {
      const { platform, language } = visitor(event);
      return { sent: await sendTryMessage(platform, fields, language) };
    }),
};
