import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { saidAndDoneMessages } from '#lib/features/said-and-done/messages.ts';
import { saidAndDonePoster } from '#lib/features/said-and-done/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { bytes, unitName } = await ask(() => saidAndDonePoster(context, event.params['unit'] ?? ''));
  return download(bytes, 'application/pdf', saidAndDoneMessages(context.language)('poster-file', { unit: unitName }));
};
