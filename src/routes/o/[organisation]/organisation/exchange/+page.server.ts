import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, bytesOf, enter } from '#lib/entry/index.ts';
import { exchangePage, importPool, removePool } from '#lib/features/exchange/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { exchange: await ask(() => exchangePage(event.locals.app.platform, context)) };
};

export const actions: Actions = {
  import: async (event) => {
    const context = await enter(event);
    return act(event, async (_fields, form) => {
      const file = form.get('file');
      const upload = { name: file instanceof File ? file.name : '', bytes: await bytesOf(form, 'file') };
      const { organisations } = await importPool(event.locals.app.platform, context, upload);
      return { imported: organisations };
    });
  },
  remove: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      await removePool(context);
      return { isRemoved: true };
    });
  },
};
