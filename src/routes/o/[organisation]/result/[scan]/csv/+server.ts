import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { resultTable } from '#lib/features/result/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const asked = event.url.searchParams.get('part');
  const part = asked === 'items' || asked === 'groups' ? asked : 'areas';
  const { bytes, contentType, fileName } = await ask(() =>
    resultTable(context, event.params['scan'] ?? '', { format: 'csv', part }),
  );
  return download(bytes, contentType, fileName);
};
