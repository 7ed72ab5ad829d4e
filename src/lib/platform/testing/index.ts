export { testWorld } from './test-world.ts';
export type { TestWorld } from './test-world.ts';
export { smallOrganisation } from './small-organisation.ts';
export type { SmallOrganisation } from './small-organisation.ts';
