/** The only tables without organisation_id: sign-in, and the two directories. */
export const unscopedTables: ReadonlySet<string> = new Set([
  'account',
  'session',
  'credential',
  'verification',
  'rateLimit',
  'organisation',
]);
