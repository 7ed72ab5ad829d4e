import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { invitationDocument } from '#lib/features/invitation/server/index.ts';
import { fieldsOf } from '#lib/platform/form/index.ts';

/** A post, not a link: every making of such a list is written down, and none is made by looking ahead. */
export const POST: RequestHandler = async (event) => {
  const context = await enter(event);
  const fields = fieldsOf(await event.request.formData());
  const { bytes, fileName } = await ask(() => invitationDocument(context, { ...fields, scanId: event.params['scan'] }));
  return download(bytes, 'application/pdf', fileName);
};
