import { randomBytes } from 'node:crypto';

export const pageNumberBytes = 16;

/** Drawn for one page with a form: only that page can send again and replace. */
export const newPageNumber = (): string => randomBytes(pageNumberBytes).toString('base64url');
