import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { privacyMessages } from '../../messages.ts';
import { readers, whoSeesWhat } from './who-sees-what.ts';

/**
 * As it was agreed, written down by hand; in the order coordinator, works council, key keeper, director, adviser,
 * manager, employee.
 */
const agreed = {
  people: 'yes no no no no no no',
  grants: 'yes yes no no no no no',
  scans: 'yes yes no yes yes no no',
  key: 'yes yes yes yes yes no no',
  response: 'yes yes no yes yes no no',
  unit: 'yes yes no yes yes own own',
  early: 'yes yes no no no no no',
  words: 'yes yes no yes yes no no',
  review: 'yes yes no no no no no',
  conversation: 'yes no no no yes own own',
  outcome: 'yes yes no yes yes own own',
  plan: 'yes yes no yes yes own own',
  rows: 'yes no no no no no no',
  sessions: 'yes yes no yes yes no no',
  requests: 'yes no no no no no no',
  retention: 'yes yes no yes yes yes yes',
  log: 'yes yes no no no no no',
  file: 'yes yes no yes no no no',
};

test('the policies decide as was agreed: who changes one, changes what people were told', () => {
  expect(Object.fromEntries(whoSeesWhat().map(({ what, sights }) => [what, sights.join(' ')]))).toEqual(agreed);
});

test('docs/privacy.md tells the same', () => {
  const say = privacyMessages('en');
  const document = readFileSync(new URL('../../../../../../docs/privacy.md', import.meta.url), 'utf8');
  const [, section = ''] = document.split('\n## Who sees what\n');
  const table = section.split('\n').filter((line) => line.startsWith('| '));
  expect(table[0]).toBe(`| | ${readers.map((role) => say(`file-role-${role}`)).join(' | ')} |`);
  const told = whoSeesWhat().map(
    ({ what, sights }) =>
      `| ${say(`file-see-${what}`)} | ${sights.map((sight) => say(`file-cell-${sight}`)).join(' | ')} |`,
  );
  expect(table.slice(2, 2 + told.length)).toEqual(told);
});
