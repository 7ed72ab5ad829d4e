export { exampleState } from './example-state.ts';
export { progressAnswer } from './progress-answer.ts';
export { beginMaking } from './begin-making.ts';
export { makeExampleOrganisation } from './make-example-organisation.ts';
export { stepIntoShoes } from './step-into-shoes.ts';
export { isOfExample } from './is-of-example.ts';
export { exampleSignInLinks } from './example-sign-in-links.ts';
export { exampleMessages } from '../messages.ts';
