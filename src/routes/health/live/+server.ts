import { text } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';

/** The process answers. */
export const GET: RequestHandler = () => text('ok\n');
