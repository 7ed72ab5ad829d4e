import { projectFiles, textOf, withoutComments } from './project-files.ts';
import type { Violation } from './violation.ts';

/** Who may speak to the database without an organisation's handle, and why. */
const mayUsePool =
  /^src\/lib\/platform\/(database|jobs|sessions|rate-limit|testing|doctor)\/|^src\/(server|dev|start-app|app)\.ts$|^src\/routes\/health\//;
/** Directories and sign-in, by name: grants that cross organisations, and addresses of peilingen. */
const mayUseEveryone =
  /^src\/lib\/platform\/(database|sessions|testing)\/|^src\/lib\/features\/organisation\/server\/|^src\/lib\/features\/[^/]+\/server\/store[^/]*\.ts$/;

/** No query outside `database.of(…)`: stores ask, and only through an organisation's handle. */
export function organisationHandle(root: string): Violation[] {
  return projectFiles(root, /^(src|cli|database)\/.*\.(ts|svelte)$/)
    .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
    .flatMap((file) => {
      const code = withoutComments(textOf(root, file));
      const violations: Violation[] = [];
      const isStore = /\/server\/(.*\/)?store[^/]*\.ts$/.test(file) || file.startsWith('src/lib/platform/');
      if (/\.(pool)\b/.test(code) && !mayUsePool.test(file) && !/withinRateLimit\(/.test(code)) {
        violations.push({ file, rule: 'the bare pool is used', instead: 'ask through database.of(organisationId)' });
      }
      if (/\bdatabase\.everyone\b/.test(code) && !mayUseEveryone.test(file)) {
        violations.push({ file, rule: 'the tables of everyone are used', instead: 'ask the organisation feature' });
      }
      if (/\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(code) && !isStore && !mayUseEveryone.test(file)) {
        violations.push({ file, rule: 'a query outside a store', instead: 'put it in the feature’s store.ts' });
      }
      if (/\bsql`/.test(code) && !file.startsWith('src/lib/platform/') && !isStore) {
        violations.push({
          file,
          rule: 'raw SQL outside the platform and the stores',
          instead: 'use the query builder: raw SQL isn’t confined to the organisation by itself',
        });
      }
      return violations;
    });
}
