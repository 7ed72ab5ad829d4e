export { deleteExpired } from './delete-expired.ts';
export { periodsOf, retentionPage } from './retention-periods.ts';
export { setRetention } from './set-retention.ts';
export { maySeeRetention } from './policy.ts';
