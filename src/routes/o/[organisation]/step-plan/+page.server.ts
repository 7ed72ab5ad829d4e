import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { decideStuck, maySeeOverview, planOverview, unitsWithPlan } from '#lib/features/step-plan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  if (maySeeOverview(context.actor)) {
    const overview = await ask(() => planOverview(context));
    return { overview, units: overview.units };
  }
  const units = await ask(() => unitsWithPlan(context));
  // Who works in one team belongs to those above it as well, and comes for their own.
  const { leads } = context.actor;
  const own = units.filter((unit) =>
    leads.size > 0 ? leads.has(unit.unitId) : !units.some((below) => below.parentId === unit.unitId),
  );
  const [only] = own;
  if (only && own.length === 1) redirect(303, `/o/${context.database.organisationId}/step-plan/${only.unitId}`);
  return { overview: null, units: own };
};

export const actions: Actions = {
  decide: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await decideStuck(context, fields);
      return { isDecided: true };
    });
  },
};
