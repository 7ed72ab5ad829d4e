import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { latestPlacing } from '#lib/features/conversation/server/index.ts';
import { addStep, stepDraft } from '#lib/features/step-plan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const unitId = event.params['unit'] ?? '';
  const { searchParams } = event.url;
  const wish = { practiceId: searchParams.get('practice'), area: searchParams.get('area') };
  return {
    draft: await ask(async () =>
      stepDraft(context, unitId, { ...wish, placing: await latestPlacing(context, unitId) }),
    ),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const unitId = event.params['unit'] ?? '';
      const placing = await latestPlacing(context, unitId);
      const { stepId } = await addStep(context, { ...fields, unitId }, { placing });
      redirect(303, `/o/${context.database.organisationId}/step-plan/${unitId}/${stepId}`);
    });
  },
};
