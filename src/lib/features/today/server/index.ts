export { todayOf } from './today-of.ts';
