import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { erasePerson, personalDataOf, subjectList } from '#lib/features/personal-data/server/index.ts';

/** After an erasure there is nobody left to show: then it is the list of those who are. */
export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const subject = event.params['subject'] ?? '';
  const people = await ask(() => subjectList(context, ''));
  const isHere = event.request.method === 'GET' || people.some((person) => person.subject === subject);
  return { people, found: isHere ? await ask(() => personalDataOf(context, subject)) : null };
};

export const actions: Actions = {
  erase: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => ({
      erased: await erasePerson(event.locals.app.platform, context, { ...fields, subject: event.params['subject'] }),
    }));
  },
};
