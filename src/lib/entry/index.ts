export { enter, visitor } from './enter.ts';
export { act, ask } from './act.ts';
export type { ActionFault } from './act.ts';
export { keepSession, forgetSession } from './session-cookie.ts';
export { download } from './download.ts';
