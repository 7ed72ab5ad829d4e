import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { exportRows } from '#lib/features/research/server/index.ts';
import { fieldsOf } from '#lib/platform/form/index.ts';

/** A post, not a link: every export is written down, and none is made by looking ahead. */
export const POST: RequestHandler = async (event) => {
  const context = await enter(event);
  const fields = fieldsOf(await event.request.formData());
  const { bytes, contentType, fileName } = await ask(() =>
    exportRows(context, { ...fields, scanId: event.params['scan'] }),
  );
  return download(bytes, contentType, fileName);
};
