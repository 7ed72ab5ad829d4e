export { deleteExpired } from './delete-expired.ts';
export { retentionPage } from './retention-periods.ts';
export { setRetention } from './set-retention.ts';
