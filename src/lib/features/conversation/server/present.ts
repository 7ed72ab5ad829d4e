import { isAreaCode } from '@lerend/instrument';
import type { AreaCode, Level } from '@lerend/instrument';
import { conversationParts } from '#lib/report/index.ts';
import type { ConversationInList, ConversationPart } from '../contract.ts';
import type { ConversationRow } from './store.ts';

/** Paper and phone have the same parts and the same minutes. */
export const parts: readonly ConversationPart[] = conversationParts.map(({ id, minutes }) => ({ id, minutes }));

export function presentInList(row: ConversationRow): ConversationInList {
  const { id, unitId, unitName, state, plannedOn, heldOn, nextLookBackOn } = row;
  return { id, unitId, unitName, state, plannedOn, heldOn, nextLookBackOn, stepTitle: row.chosenTitle };
}

export function presentPlacing(rows: readonly { area: string; level: Level }[]): Partial<Record<AreaCode, Level>> {
  return Object.fromEntries(rows.flatMap(({ area, level }) => (isAreaCode(area) ? [[area, level] as const] : [])));
}

export const areaOrNull = (code: string | null): AreaCode | null => (code !== null && isAreaCode(code) ? code : null);
