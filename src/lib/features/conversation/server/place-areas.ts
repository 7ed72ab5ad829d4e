import { areas, levelDescription, levelNames, levels } from '@lerend/instrument';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { AreaToPlace } from '../contract.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import { changeConversation, conversationOrRefusal } from './conversation-of.ts';
import { area, level, ofConversation, placingIn } from './conversation-input.ts';
import { mayReadConversation } from './policy.ts';
import { presentPlacing } from './present.ts';
import { conversationStore } from './store.ts';

const PlaceArea = ofConversation.extend({ area, level });

/** The eleven areas with their four descriptions, and where this team has placed itself so far. */
export async function areasToPlace(context: Context, conversationId: string): Promise<readonly AreaToPlace[]> {
  const row = await conversationOrRefusal(context, conversationId);
  authorize(context, mayReadConversation(context.actor, row.unitId));
  const placing = presentPlacing(await conversationStore(context.database).placing(row.id));
  return describedAreas(context).map((one) => ({ ...one, placed: placing[one.area] ?? null }));
}

/** The same without a conversation: for the form that is filled in afterwards. */
export function describedAreas({ language }: Pick<Context, 'language'>): readonly AreaToPlace[] {
  return areas.map(({ code, name }) => ({
    area: code,
    name: name[language],
    levels: levels.map((one) => ({
      level: one,
      name: levelNames[one].name[language],
      text: levelDescription(code, one)[language],
    })),
    placed: null,
  }));
}

/** Keeps where the team places itself on one area; until the result is shown it may change its mind. */
export async function placeArea(context: Context, input: unknown): Promise<void> {
  const wish = read(PlaceArea, input, conversationFaults(context.language));
  await changeConversation(context, wish.conversationId, {
    states: ['placing'],
    action: 'conversation.placed',
    keep: (inside) => conversationStore(inside.database).place(wish.conversationId, [[wish.area, wish.level]]),
  });
}

/** The same for every area of one long page. */
export async function placeAreas(context: Context, input: unknown): Promise<void> {
  const { conversationId } = read(ofConversation, input, conversationFaults(context.language));
  const placing = placingIn(input);
  if (placing.length === 0) throw new Refusal(422, conversationMessages(context.language)('level-missing'));
  await changeConversation(context, conversationId, {
    states: ['placing'],
    action: 'conversation.placed',
    keep: (inside) => conversationStore(inside.database).place(conversationId, placing),
  });
}
