import { partIds } from '../contract.ts';
import type { ConversationState, PartId } from '../contract.ts';

/** How far a conversation has come: the last part that may be opened. */
function lastPart(state: ConversationState): PartId {
  if (state === 'placing') return 'place';
  return state === 'revealed' ? 'choose' : 'agree';
}

/** Placing is over once the result is open; the other parts can be gone back to. */
export function mayOpenPart(part: string, state: ConversationState): boolean {
  const place = partIds.findIndex((id) => id === part);
  if (place < 0) return false;
  return state === 'placing' ? part === 'place' : part !== 'place' && place <= partIds.indexOf(lastPart(state));
}

/** Where whoever comes back goes on. */
export function partToOpen(state: ConversationState): PartId {
  if (state === 'placing') return 'place';
  return state === 'chosen' ? 'agree' : 'reveal';
}
