export { keyCeremony } from './key-ceremony.ts';
export { registerOpeningKey, withdrawOpeningKey } from './register-opening-key.ts';
export { ballotOpening } from './ballot-opening.ts';
export { mayJoinShares } from './policy.ts';
