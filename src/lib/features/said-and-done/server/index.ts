export { saidAndDone } from './said-and-done.ts';
export { saidAndDonePoster } from './poster.ts';
export { addNotDone, removeNotDone } from './not-done.ts';
