import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { outbox } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { mails: await ask(() => outbox(context)), canSend: context.mailer.canSend };
};
