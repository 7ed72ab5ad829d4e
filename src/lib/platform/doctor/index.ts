export { StartProblem, terminalLanguage } from './start-problem.ts';
export { diskFull, errorCode, folderProblem, listenProblem } from './name-problem.ts';
export type { CheckResult } from './checks.ts';
export { checkDiskSpace, checkFolder, checkNode, checkPublicUrl } from './check-machine.ts';
export { checkDatabase, checkMail, checkMigrations } from './check-connections.ts';
export { checkFromOutside } from './check-from-outside.ts';
