import { error, redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { mayOpenPart } from '#lib/features/conversation/ui/last-part.ts';
import {
  agreementDraft,
  agreeOn,
  areasToPlace,
  choicesFor,
  chooseOne,
  conversationDetail,
  placeArea,
  placeAreas,
  revealed,
  revealResult,
  writeWhy,
} from '#lib/features/conversation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Fields } from '#lib/platform/form/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const { params, url } = event;
  const id = params['conversation'] ?? '';
  const home = url.pathname.replace(/\/[^/]*$/, '');
  const conversation = await ask(() => conversationDetail(context, id));
  const part = params['part'] ?? '';
  if (!conversation.mayLead || conversation.state === 'agreed' || !mayOpenPart(part, conversation.state))
    redirect(303, home);
  const page = { conversation, home };
  switch (part) {
    case 'place': {
      const areas = await ask(() => areasToPlace(context, id));
      const { searchParams } = url;
      const after = areas.findIndex((area) => area.area === searchParams.get('after'));
      const isOpen = (area: (typeof areas)[number]): boolean => area.placed === null;
      const wished =
        areas.find((area) => area.area === searchParams.get('area')) ??
        areas.slice(after + 1).find(isOpen) ??
        areas.find(isOpen);
      return { ...page, part, areas, current: wished?.area ?? null, isWhole: searchParams.has('all') };
    }
    case 'reveal':
      return { ...page, part, result: await ask(() => revealed(context, id)) };
    case 'why':
      return { ...page, part };
    case 'choose':
      return { ...page, part, choices: await ask(() => choicesFor(context, id, url.searchParams.get('q') ?? '')) };
    case 'agree':
      return { ...page, part, draft: await ask(() => agreementDraft(context, id)) };
    default:
      return error(404);
  }
};

/** Does it, and goes on to the next screen. */
const then =
  (command: (context: Context, fields: unknown) => Promise<unknown>, next: string | ((fields: Fields) => string)) =>
  async (event: RequestEvent) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await command(context, fields);
      redirect(303, `${event.url.pathname.replace(/\/[^/]*$/, '')}/${typeof next === 'string' ? next : next(fields)}`);
    });
  };

export const actions: Actions = {
  place: then(placeArea, (fields) => `place?after=${String(fields['area'])}`),
  placeAll: then(placeAreas, 'place?all=yes'),
  reveal: then(revealResult, 'reveal'),
  why: then(writeWhy, 'choose'),
  choose: then(chooseOne, 'agree'),
  agree: then(agreeOn, ''),
};
