export { makeExample } from './make-example.ts';
export { exampleStages } from './stage.ts';
export type { ExampleStage, OnProgress } from './stage.ts';
export { cast, mailDomain } from './cast.ts';
export type { CastMember } from './cast.ts';
export { organisationName } from './tree.ts';
