import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import type { CodeListKind } from '../contract.ts';
import { responseStore } from './store-response.ts';

/** Notes that a list with codes was made, where respondents and the works council read it. */
export async function noteCodeList(
  { database, clock }: Context,
  list: { readonly scanId: string; readonly kind: CodeListKind; readonly codes: number },
): Promise<void> {
  if (list.codes > 0)
    await responseStore(database).insertCodeList({ ...list, id: newId(), madeOn: dayOf(clock.now()) });
}

/** How often a list with codes of this peiling was made, and on which day last; null when never. */
export async function codeListsMade(
  database: OrganisationDatabase,
  scanId: string,
): Promise<{ readonly times: number; readonly lastOn: string } | null> {
  const lists = await responseStore(database).codeLists(scanId);
  const last = lists.at(-1);
  return last ? { times: lists.length, lastOn: last.madeOn } : null;
}
