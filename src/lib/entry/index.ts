export { enter, visitor } from './enter.ts';
export { act, ask } from './act.ts';
export { keepSession, forgetSession } from './session-cookie.ts';
export { bytesOf } from './bytes-of.ts';
export { download } from './download.ts';
export { navigationFor, roleName } from './navigation.ts';
export type { NavigationLink } from './navigation.ts';
