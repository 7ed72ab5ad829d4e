import type { ServerLoad } from '@sveltejs/kit';
import { mayStartOrganisation } from '#lib/features/organisation/server/index.ts';
import { exampleResult } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async ({ locals }) => {
  const example = exampleResult(locals.language, 'team');
  const teamLearning = example.areas.find((area) => area.id === 'team-learning');
  return { mayStart: await mayStartOrganisation(locals.app.platform), cell: teamLearning?.cell ?? null };
};
