import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { addContactPerson, contactPeople, removeContactPerson } from '#lib/features/contact/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { people: await ask(() => contactPeople(context)) };
};

export const actions: Actions = {
  add: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await addContactPerson(context, fields);
      return { added: String(fields['name']) };
    });
  },
  remove: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => removeContactPerson(context, fields));
  },
};
