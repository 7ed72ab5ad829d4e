import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { conversationDetail } from '#lib/features/conversation/server/index.ts';
import { partToOpen } from '#lib/features/conversation/ui/last-part.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const conversation = await ask(() => conversationDetail(context, event.params['conversation'] ?? ''));
  if (conversation.mayLead && conversation.state !== 'agreed')
    redirect(303, `${event.url.pathname}/${partToOpen(conversation.state)}`);
  return { conversation };
};
