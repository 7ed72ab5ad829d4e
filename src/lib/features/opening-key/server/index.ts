export { keyCeremony } from './key-ceremony.ts';
export { registerOpeningKey, withdrawOpeningKey } from './register-opening-key.ts';
export { ballotOpening } from './ballot-opening.ts';
export { keyList } from './key-list.ts';
export { mayJoinShares, maySeeCeremony, maySeeKeys } from './policy.ts';
