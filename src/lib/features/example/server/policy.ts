import type { Organisation } from './store.ts';

/**
 * Nobody is asked for a secret here, so only somebody who exists in examples alone can be stepped into: an account
 * with a role in any organisation of its own never, whatever the example says about it.
 */
export const mayStepInto = (organisations: readonly Pick<Organisation, 'kind'>[]): boolean =>
  organisations.length > 0 && organisations.every(({ kind }) => kind === 'example');
