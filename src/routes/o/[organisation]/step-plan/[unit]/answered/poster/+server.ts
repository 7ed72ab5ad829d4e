import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { answeredPoster } from '#lib/features/step-plan/server/index.ts';
import { stepPlanMessages } from '#lib/features/step-plan/messages.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { bytes, unitName } = await ask(() => answeredPoster(context, event.params['unit'] ?? ''));
  return download(bytes, 'application/pdf', stepPlanMessages(context.language)('poster-file', { unit: unitName }));
};
