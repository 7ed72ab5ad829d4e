import type { RequestEvent } from '@sveltejs/kit';

export const enter = ({ locals }: RequestEvent) => locals.app;
