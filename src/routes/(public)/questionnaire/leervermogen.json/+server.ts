import { leervermogen } from '@lerend/instrument';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';

/** The scales of the questionnaire, for an analysis of one's own. */
export const GET: RequestHandler = () => json(leervermogen());
