import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { ConversationInList } from '../contract.ts';
import { conversationMessages } from '../messages.ts';

/** "gepland op 3 mrt 2027", "begonnen, nog niet af", "gevoerd op 5 mrt 2027". */
export function whenHeld(conversation: ConversationInList, language: Language): string {
  const say = conversationMessages(language);
  const { state, heldOn, plannedOn } = conversation;
  if (state === 'agreed' && heldOn) return say('held-on', { day: formatDay(heldOn, language, 'short') });
  if (heldOn === null && plannedOn) return say('planned-on', { day: formatDay(plannedOn, language, 'short') });
  return say('under-way');
}
