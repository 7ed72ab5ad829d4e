import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { conversationMessages } from '#lib/features/conversation/messages.ts';
import { conversationSheet } from '#lib/features/conversation/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { bytes, unitName } = await ask(() => conversationSheet(context, event.params['unit'] ?? ''));
  return download(bytes, 'application/pdf', conversationMessages(context.language)('sheet-file', { unit: unitName }));
};
