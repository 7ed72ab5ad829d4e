/** A setting of postgresql.conf is a plain `name = value`; all that differ from PostgreSQL's own default, with the reason. */
const always: Readonly<Record<string, string>> = {
  // Nothing listens on the network: the only way in is the socket, in a folder that one account can enter.
  listen_addresses: "''",
  unix_socket_permissions: '0700',
  max_connections: '60',
  // Each worker costs memory and start-up time that the small queries of one organisation never earn back.
  shared_buffers: '128MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  // Errors quote statements, parameters and values, so those that a client caused never enter the log; the client gets them.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: "'none'",
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_destination: "'stderr'",
  logging_collector: 'off',
  log_line_prefix: "''",
  lc_messages: "'C'",
};

const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
/** Its databases live for seconds: nothing to vacuum, and a vacuum at work would keep one from being dropped. */
const throwAway = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' };

export function postgresConfiguration(socketDir: string, isThrowAway: boolean): string {
  const settings = {
    ...always,
    ...(isThrowAway ? throwAway : durable),
    unix_socket_directories: `'${socketDir.replaceAll("'", "''")}'`,
  };
  return [
    '# Lerend writes this file at every start. Your own settings go in postgresql.local.conf, beside it.',
    ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    "include_if_exists = 'postgresql.local.conf'",
    '',
  ].join('\n');
}

export const databaseName = 'lerend';
/** Owns the database and everything in it; may neither read files, nor run programs, nor make roles. */
export const databaseRole = 'lerend';
export const superuserRole = 'postgres';

/**
 * Who may connect is asked of the kernel (`peer`): the account that runs Node, the account that runs PostgreSQL, and root,
 * who could become either. No password to keep, none to leak, and an opened socket folder would still let nobody else in.
 */
export function accessRules(): string {
  return 'local all all peer map=lerend\n';
}

export function accessMap(systemUsers: readonly string[]): string {
  const users = [...new Set([...systemUsers, 'root'])].map((user) => `"${user.replaceAll('"', '""')}"`);
  return (
    users.flatMap((user) => [`lerend ${user} ${databaseRole}`, `lerend ${user} ${superuserRole}`]).join('\n') + '\n'
  );
}

/** What a new cluster gets, in single-user mode: one statement a line. */
export function firstStatements(mayCreateDatabases: boolean): string {
  return [
    `CREATE ROLE ${databaseRole} LOGIN ${mayCreateDatabases ? 'CREATEDB' : 'NOCREATEDB'}`,
    `CREATE DATABASE ${databaseName} OWNER ${databaseRole}`,
    `REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`,
    '',
  ].join('\n');
}
