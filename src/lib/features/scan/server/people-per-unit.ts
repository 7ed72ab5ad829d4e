import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PeopleInUnit } from '../contract.ts';
import { scanUnits } from './scan-units.ts';

/** How many people each unit has itself: as frozen at the opening, and for a draft as the organisation has it now. A pilot has one group. */
export async function peoplePerUnit(
  context: Context,
  scan: { readonly id: string; readonly isDraft: boolean; readonly isPilot: boolean },
): Promise<PeopleInUnit[]> {
  if (scan.isDraft) {
    const tree = await organisationTree(context);
    const units = tree.map(({ name, depth, headCount, people }) => ({
      name,
      depth,
      people: Math.max(headCount ?? 0, people),
    }));
    if (!scan.isPilot) return units;
    return units.slice(0, 1).map((top) => ({ ...top, people: units.reduce((sum, { people }) => sum + people, 0) }));
  }
  const depths = new Map<string, number>();
  return (await scanUnits(context.database, scan.id)).map(({ id, parentId, name, headCount }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    return { name, depth, people: headCount };
  });
}
