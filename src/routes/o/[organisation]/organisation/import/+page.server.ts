import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { confirmImport, importPreview, previewUpload } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const draft = event.url.searchParams.get('draft');
  return { preview: await ask(() => importPreview(context, draft)), isDraftGone: draft !== null };
};

export const actions: Actions = {
  read: async (event) => {
    const context = await enter(event);
    return act(event, async (_fields, form) => {
      const file = form.get('file');
      const isFile = file instanceof File && file.size > 0;
      const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
      const { draftId } = await previewUpload(event.locals.app.platform, context, {
        name: isFile ? file.name : '',
        bytes,
      });
      redirect(303, `?draft=${draftId}`);
    });
  },
  confirm: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => ({ done: await confirmImport(context, fields) }));
  },
};
