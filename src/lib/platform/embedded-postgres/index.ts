export { startEmbeddedPostgres } from './start.ts';
export type { ClusterLog, EmbeddedPostgres, EmbeddedPostgresOptions } from './start.ts';
export { hasEmbeddedPostgres, runningEmbeddedPostgres } from './connection.ts';
export type { EmbeddedConnection } from './connection.ts';
export { joinEmbeddedPostgres } from './join.ts';
