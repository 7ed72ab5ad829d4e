import type { Somebody } from './somebody.ts';

/**
 * Tells the page that it is being closed: a sealed ballot, which else waits for a moment that chance chooses, leaves then.
 * Here the page stays, so that what it says afterwards can be read.
 */
export async function putAway({ page }: Pick<Somebody, 'page'>): Promise<void> {
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
}
