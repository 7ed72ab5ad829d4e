import type { ServerLoad } from '@sveltejs/kit';
import { mayStartOrganisation } from '#lib/features/organisation/server/index.ts';

export const load: ServerLoad = async ({ locals }) => ({ mayStart: await mayStartOrganisation(locals.app.platform) });
