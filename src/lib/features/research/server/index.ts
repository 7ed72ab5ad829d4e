export { researchPage } from './research-page.ts';
export { pilotOutcome } from './pilot-outcome.ts';
export { exportRows } from './export-rows.ts';
export { codebook } from './codebook.ts';
export { eraseRows } from './erase-rows.ts';
export { eraseExpiredRows } from './erase-expired-rows.ts';
export { keepResearchReport } from './keep-research-report.ts';
export { mayExportRows } from './policy.ts';
