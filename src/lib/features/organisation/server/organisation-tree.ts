import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { UnitInTree } from '../contract.ts';
import { maySeeTree } from './policy.ts';
import { organisationStore } from './store.ts';

/** The units as they are now, parents before children, siblings in their own order. */
export async function organisationTree(context: Context): Promise<readonly UnitInTree[]> {
  authorize(context, maySeeTree(context.actor));
  const store = organisationStore(context.database);
  const now = context.clock.now();
  const [units, counts, leads] = await Promise.all([store.units(now), store.peopleCounts(now), store.leads(now)]);
  const count = new Map(counts.map(({ unitId, people }) => [unitId, people]));
  const lead = new Map(leads.map(({ unitId, name }) => [unitId, name]));
  const children = Map.groupBy(units, (unit) => unit.parentId);
  const tree: UnitInTree[] = [];
  const visit = (parentId: string | null, depth: number): void => {
    for (const unit of children.get(parentId) ?? []) {
      const { id, name, headCount } = unit;
      tree.push({ id, parentId, name, depth, headCount, people: count.get(id) ?? 0, leadName: lead.get(id) ?? null });
      visit(id, depth + 1);
    }
  };
  visit(null, 0);
  return tree;
}
