import type { Transport } from '@sveltejs/kit/hooks';

/**
 * What a page's `load` gives is for making the page on the server, and goes no further: no page has a framework script
 * that would take it up. Written out for one all the same, it would be a third of the work for a big page, and the
 * framework's own address for it (`__data.json`) would give more than the page shows.
 */
export const transport: Transport = {
  unsent: { encode: () => 'unsent', decode: () => undefined },
};
