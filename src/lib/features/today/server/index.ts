export { maySeeToday } from './policy.ts';
export { todayOf } from './today-of.ts';
