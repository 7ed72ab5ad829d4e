export { prepareJobs } from './prepare-jobs.ts';
export { startJobs } from './start-jobs.ts';
export { createJobs } from './jobs.ts';
export type { Jobs, JobPayload, JobHandler } from './jobs.ts';
