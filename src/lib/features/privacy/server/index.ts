export { privacyFigures } from './privacy-figures.ts';
export { auditLog } from './audit-log.ts';
export { privacyFileDocument, privacyFilePage } from './privacy-file.ts';
export { maySeeAuditLog, mayTakePrivacyFile } from './policy.ts';
