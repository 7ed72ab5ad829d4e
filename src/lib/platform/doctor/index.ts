export { StartProblem, terminalLanguage } from './start-problem.ts';
export type { StartProblemCode } from './start-problem.ts';
export { diskFull, errorCode, folderProblem, listenProblem, nodeTooOld } from './name-problem.ts';
