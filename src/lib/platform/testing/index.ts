export { testWorld } from './test-world.ts';
export type { TestWorld } from './test-world.ts';
