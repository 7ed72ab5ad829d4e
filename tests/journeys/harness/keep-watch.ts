import type { BrowserContext } from 'playwright-core';

export interface Watch {
  /** What went wrong since the beginning, in a line each. */
  faults(): readonly string[];
}

/**
 * Follows all that a browser asks and says: nothing goes to anybody else's server, no script fails, no rule of the
 * content security policy is broken, and the server never fails. A refusal (4xx) of a page or of a form is part of life.
 */
export function keepWatch(context: BrowserContext, url: string): Watch {
  const faults: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${url}/`)) faults.push(`asks ${request.url()}`);
  });
  context.on('response', (response) => {
    const kind = response.request().resourceType();
    const isMissing = response.status() === 404 && !['document', 'fetch'].includes(kind);
    if (response.status() >= 500 || isMissing) faults.push(`${response.status()} from ${response.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`the browser says: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`a script failed: ${error.error().message}`));
  return { faults: () => faults };
}
