import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { privacyFilePage } from '#lib/features/privacy/server/index.ts';
import attackReport from '../../../../../../docs/privacy.md?raw';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const scanId = event.url.searchParams.get('scan');
  return { file: await ask(() => privacyFilePage(context, { scanId, attackReport })) };
};
