import { expect, test } from 'vitest';
import { attackTables } from './attack-tables.ts';

const table = '| attacker | hits |\n| --- | --: |\n| database **log** | 3 of 200 |\n| a \\| b | `0` |';

test('reads every table that an attack wrote, and none of another part', () => {
  const written = (name: string, text: string) => `\n<!-- attack:${name} -->\n\n${text}\n\n<!-- /attack:${name} -->\n`;
  const link = written('link', `Runs: 50.\n\nWithout the key:\n\n${table}\n\nWith the key:\n\n${table}`);
  const document = `# Privacy\n\n| not | this |\n| --- | --- |\n| 1 | 2 |\n${link}\n${table}\n${written('disclose', table)}`;
  const found = attackTables(document);
  expect(found.map(({ caption, note }) => [caption, note])).toEqual([
    ['Without the key', 'Runs: 50.'],
    ['With the key', null],
    [null, null],
  ]);
  expect(found[0]).toMatchObject({
    columns: ['attacker', 'hits'],
    rows: [
      ['database log', '3 of 200'],
      ['a | b', '0'],
    ],
  });
});

test('nothing measured is no table', () => {
  expect(attackTables('# Privacy\n\n<!-- attack:link -->\n\nNo runs yet.\n\n<!-- /attack:link -->\n')).toEqual([]);
  expect(attackTables('')).toEqual([]);
});
