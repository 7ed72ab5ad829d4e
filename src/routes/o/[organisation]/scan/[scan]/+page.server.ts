import { redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { finishScan } from '#lib/features/result/server/index.ts';
import { openScan, removeScan, scanOverview } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { scan: await ask(() => scanOverview(context, scanIdOf(event))), today: dayOf(context.clock.now()) };
};

export const actions: Actions = {
  open: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await openScan(context, { ...fields, scanId: scanIdOf(event) });
      redirect(303, event.url.pathname);
    });
  },
  remove: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      await removeScan(context, { scanId: scanIdOf(event) });
      redirect(303, `/o/${context.database.organisationId}/scan`);
    });
  },
  close: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      const { scanId, isPilot, needsKey } = await finishScan(context, { scanId: scanIdOf(event) });
      if (needsKey) redirect(303, event.url.pathname);
      const { organisationId } = context.database;
      redirect(303, `/o/${organisationId}/${isPilot ? `scan/${scanId}/research` : `result/${scanId}`}`);
    });
  },
};

const scanIdOf = (event: RequestEvent): string => event.params['scan'] ?? '';
