import { instrumentVersion } from '@lerend/instrument';
import type { ServerLoad } from '@sveltejs/kit';
import { exampleResult } from '#lib/features/answering/server/index.ts';
import { mayStartOrganisation } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async ({ locals }) => {
  const example = exampleResult({ form: 'full', instrumentVersion, minimumGroupSize: 5 }, locals.language);
  const teamLearning = example.units.find((unit) => unit.id === 'team')?.areas.find((area) => area.areaId === 'team-learning');
  return { mayStart: await mayStartOrganisation(locals.app.platform), cell: teamLearning?.cell ?? null };
};
