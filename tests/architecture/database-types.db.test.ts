import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const arguments_ = (database: string): string[] => {
  const { host, port, user } = inject('testDatabase');
  return [
    fileURLToPath(new URL('../../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url)),
    ...[
      '--config-file',
      'database/kysely-codegen.json',
      '--out-file',
      'src/lib/platform/database/tables.ts',
      '--verify',
    ],
    ...['--url', `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`],
  ];
};

test('the types of the tables are those of the migrated database', async () => {
  const { template } = inject('testDatabase');
  const { stderr } = await run(process.execPath, arguments_(template), { cwd: project });
  expect(stderr).not.toMatch(/out of date|not match/i);
});

test('the gate fires on a database with other tables', async () => {
  await expect(run(process.execPath, arguments_('postgres'), { cwd: project })).rejects.toThrow();
});
