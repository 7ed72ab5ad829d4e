import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { UnitInOverview } from '../contract.ts';
import { grantedPerTeam, usedBy } from './budget-of.ts';
import { mayReadPlan } from './policy.ts';
import { presentInList } from './present.ts';
import { stepStore } from './store.ts';

/** The units whose plan this reader may see, in the order of the tree, each with what runs in it. */
export async function unitsWithPlan(context: Context): Promise<readonly UnitInOverview[]> {
  const tree = await organisationTree(context);
  const mine = tree.filter((unit) => mayReadPlan(context.actor, unit.id));
  authorize(context, mine.length > 0);
  const [rows, granted] = await Promise.all([
    stepStore(context.database).stepsIn(['active', 'waiting', 'done', 'stopped']),
    grantedPerTeam(context),
  ]);
  const rowsOf = Map.groupBy(rows, (row) => row.unitId);
  return mine.map((unit) => {
    const own = rowsOf.get(unit.id) ?? [];
    const active = own.find((row) => row.state === 'active');
    return {
      unitId: unit.id,
      parentId: unit.parentId,
      unitName: unit.name,
      depth: unit.depth,
      active: active ? presentInList(active, context) : null,
      waiting: own.filter((row) => row.state === 'waiting').length,
      done: own.filter((row) => row.state === 'done').length,
      used: granted ? usedBy(own, granted.scanId) : { hours: 0, euros: 0 },
    };
  });
}
