export { privacyFigures } from './privacy-figures.ts';
export { auditLog } from './audit-log.ts';
export { maySeeAuditLog } from './policy.ts';
