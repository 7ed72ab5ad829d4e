import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { describedAreas, enterAfterwards } from '#lib/features/conversation/server/index.ts';
import { proposals, stepDraft } from '#lib/features/step-plan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const unitId = event.params['unit'] ?? '';
  return {
    draft: await ask(() => stepDraft(context, unitId)),
    proposals: await ask(() => proposals(context, unitId)),
    areasToPlace: describedAreas(context),
    today: dayOf(context.clock.now()),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const { unitId, stepId } = await enterAfterwards(context, fields);
      redirect(303, `/o/${context.database.organisationId}/step-plan/${unitId}/${stepId}`);
    });
  },
};
