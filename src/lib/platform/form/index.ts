export { read } from './read.ts';
export { fieldsOf } from './fields-of.ts';
export type { Fields } from './fields-of.ts';
export { faultOf, typedIn } from './form-answer.ts';
export type { FormAnswer } from './form-answer.ts';
