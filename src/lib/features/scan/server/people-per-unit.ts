import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PeopleInUnit } from '../contract.ts';
import { scanUnits } from './scan-units.ts';

/** How many people each unit has itself: as frozen at the opening, and for a draft as the organisation has it now. */
export async function peoplePerUnit(context: Context, scanId: string, isDraft: boolean): Promise<PeopleInUnit[]> {
  if (isDraft) {
    const tree = await organisationTree(context);
    return tree.map(({ name, depth, headCount, people }) => ({
      name,
      depth,
      people: Math.max(headCount ?? 0, people),
    }));
  }
  const depths = new Map<string, number>();
  return (await scanUnits(context.database, scanId)).map(({ id, parentId, name, headCount }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    return { name, depth, people: headCount };
  });
}
