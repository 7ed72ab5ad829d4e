export { read } from './read.ts';
export { fieldsOf } from './fields-of.ts';
export type { Fields } from './fields-of.ts';
