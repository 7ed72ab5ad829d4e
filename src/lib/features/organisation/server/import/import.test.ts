import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { planImport } from './plan-import.ts';
import { findColumns, readPeople } from './read-people.ts';
import { readTable } from './read-table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(text: string | Uint8Array) {
  const reading = await readTable(typeof text === 'string' ? bytes(text) : text);
  if ('fault' in reading) throw new Error(reading.fault);
  return readPeople(reading.rows, findColumns(reading.rows[0] ?? []));
}

describe('reading a list of people', () => {
  test.each([
    ['semicolons', 'naam;onderdeel;mailadres\nAnna;Zorg;anna@v.nl\n'],
    ['commas', 'naam,onderdeel,mailadres\nAnna,Zorg,anna@v.nl\n'],
    ['tabs', 'naam\tonderdeel\tmailadres\nAnna\tZorg\tanna@v.nl\n'],
    ['a byte order mark', '\uFEFFnaam;onderdeel;mailadres\nAnna;Zorg;anna@v.nl\n'],
    ['Windows line ends', 'naam;onderdeel;mailadres\r\nAnna;Zorg;anna@v.nl\r\n'],
    ['English headers', 'Name,Unit,Email\nAnna,Zorg,anna@v.nl\n'],
  ])('takes %s', async (_what, text) => {
    const { people, faults } = await read(text);
    expect(faults).toEqual([]);
    expect(people).toMatchObject([{ line: 2, name: 'Anna', unitPath: ['Zorg'], email: 'anna@v.nl' }]);
  });

  test('takes Windows-1252, in which spreadsheets still save', async () => {
    const { people } = await read(iconv.encode('naam;onderdeel\nZoë Güler;Café\n', 'windows-1252'));
    expect(people).toMatchObject([{ name: 'Zoë Güler', unitPath: ['Café'] }]);
  });

  test.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['only spaces', bytes(' \n \n'), 'file-empty'],
    [
      'a picture named .csv',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49]),
      'file-not-a-table',
    ],
    ['some other zip', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]), 'file-not-a-table'],
  ])('refuses %s', async (_what, file, fault) => {
    expect(await readTable(file)).toEqual({ fault });
  });

  test('names every faulty row by its number in the file', async () => {
    const { people, faults } = await read(
      [
        'naam;onderdeel;mailadres',
        ';Zorg;',
        'Bo;;',
        'Cas;Zorg;geen adres',
        'Dee;Zorg;dee@v.nl',
        'Eef;Zorg;DEE@v.nl',
        'Fien;Zorg;',
        'Fien;zorg;',
      ].join('\n'),
    );
    expect(people.map((person) => person.name)).toEqual(['Dee', 'Fien']);
    expect(faults.map(({ line, key }) => [line, key])).toEqual([
      [2, 'row-name-missing'],
      [3, 'row-unit-missing'],
      [4, 'row-email-unclear'],
      [6, 'row-email-twice'],
      [8, 'row-person-twice'],
    ]);
  });

  test('reads fifty thousand rows within two seconds of processor time', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `Mens ${index};Afdeling ${index % 40} > Team ${index % 400};mens${index}@v.nl`,
    );
    const began = process.threadCpuUsage();
    const { people, faults } = await read(['naam;onderdeel;mailadres', ...rows].join('\n'));
    expect([people.length, faults.length]).toEqual([50_000, 0]);
    const { user, system } = process.threadCpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(2_000);
  });
});

describe('the plan of an import', () => {
  const plan = async (lines: string[]) =>
    planImport((await read(['naam;onderdeel;leidinggevende', ...lines].join('\n'))).people, 'De Linde');

  test('makes the units of every path once, below the organisation', async () => {
    const { units } = await plan(['Anna;De Linde > Zorg > Noord;', 'Bo;Zorg > Zuid;', 'Cas;Zorg;']);
    expect(units.map((unit) => unit.name)).toEqual(['Zorg', 'Noord', 'Zuid']);
  });

  test('takes names that differ by spaces or capitals for one, and says so', async () => {
    const { units, joined } = await plan(['Anna;Team  Noord;', 'Bo;team noord ;']);
    expect(units).toHaveLength(1);
    expect(joined).toEqual([{ name: 'Team Noord', also: 'team noord' }]);
  });

  test('makes whoever is named by most in a unit its lead', async () => {
    const { people } = await plan(['Anna;Noord;', 'Bo;Noord;Anna', 'Cas;Noord;Anna', 'Dee;Noord;Bo']);
    expect(people.filter((person) => person.isLead).map((person) => person.name)).toEqual(['Anna']);
  });

  test('finds a circle of managers, an unknown and an ambiguous one', async () => {
    const { faults } = await plan([
      'Anna;Noord;Bo',
      'Bo;Noord;Cas',
      'Cas;Noord;Anna',
      'Dee;Noord;Zus',
      'Eef;Zuid;',
      'Eef;West;',
      'Fien;Noord;Eef',
    ]);
    expect(faults.map(({ line, key }) => [line, key]).sort()).toEqual([
      [2, 'row-manager-circle'],
      [3, 'row-manager-circle'],
      [4, 'row-manager-circle'],
      [5, 'row-manager-unknown'],
      [8, 'row-manager-ambiguous'],
    ]);
  });

  test('takes somebody who is their own manager as having none', async () => {
    const { faults } = await plan(['Anna;Noord;Anna']);
    expect(faults).toEqual([]);
  });
});
