import { json } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { exampleState, progressAnswer } from '#lib/features/example/server/index.ts';

export const GET: RequestHandler = async ({ locals }) =>
  json(progressAnswer(await exampleState(locals.app.platform), locals.language));
