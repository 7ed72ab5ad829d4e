import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { panelForm } from '#lib/features/standard-setting/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { bytes, fileName } = await ask(() => panelForm(context, event.params['session'] ?? ''));
  return download(bytes, 'application/pdf', fileName);
};
