import { isSameName, tidy } from '../unit-input.ts';

export interface ImportedPerson {
  /** The row of the file, counted as a spreadsheet does: the header is 1. */
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly unitPath: readonly string[];
  /** The manager's name or mail address as it stands in the file. */
  readonly manager: string;
}

export interface ImportFault {
  readonly line: number;
  readonly key:
    | 'row-name-missing'
    | 'row-unit-missing'
    | 'row-too-long'
    | 'row-email-unclear'
    | 'row-email-twice'
    | 'row-person-twice'
    | 'row-manager-unknown'
    | 'row-manager-ambiguous'
    | 'row-manager-circle';
  readonly value: string;
  readonly other?: number;
}

export type Columns = {
  readonly name: number;
  readonly unit: number;
  readonly manager: number;
  readonly email: number;
};

const headers = {
  name: ['naam', 'name', 'medewerker', 'employee', 'volledige naam', 'full name'],
  unit: ['onderdeel', 'unit', 'afdeling', 'department', 'team', 'unit path', 'pad', 'organisatieonderdeel'],
  manager: ['leidinggevende', 'manager', 'lead', 'chef', 'teamleider'],
  email: ['mail', 'e-mail', 'email', 'mailadres', 'e-mailadres', 'emailadres', 'mail address', 'email address'],
} as const;

/** Which column is which, by the header row; -1 for one that isn't there. */
export function findColumns(header: readonly string[]): Columns {
  const at = (names: readonly string[]): number =>
    header.findIndex((cell) => names.some((name) => isSameName(cell, name)));
  return { name: at(headers.name), unit: at(headers.unit), manager: at(headers.manager), email: at(headers.email) };
}

const longestName = 120;
const isEmail = (text: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text);

/** Reads the people of a table and names every faulty row; a faulty row gives no person. */
export function readPeople(
  rows: readonly (readonly string[])[],
  columns: Columns,
): { people: ImportedPerson[]; faults: ImportFault[] } {
  const people: ImportedPerson[] = [];
  const faults: ImportFault[] = [];
  const seenEmail = new Map<string, number>();
  const seenPerson = new Map<string, number>();
  rows.forEach((row, index) => {
    if (index === 0 || row.every((cell) => cell.trim() === '')) return;
    const line = index + 1;
    const cell = (column: number): string => tidy(row[column] ?? '');
    const person = {
      line,
      name: cell(columns.name),
      email: cell(columns.email).toLowerCase() || null,
      unitPath: splitPath(cell(columns.unit)),
      manager: cell(columns.manager),
    };
    const fault = faultIn(person, seenEmail, seenPerson);
    if (fault) faults.push(fault);
    else people.push(person);
  });
  return { people, faults };
}

function faultIn(
  person: ImportedPerson,
  seenEmail: Map<string, number>,
  seenPerson: Map<string, number>,
): ImportFault | undefined {
  const { line, name, email, unitPath } = person;
  if (name === '') return { line, key: 'row-name-missing', value: '' };
  if (unitPath.length === 0) return { line, key: 'row-unit-missing', value: name };
  const long = [name, ...unitPath].find((text) => text.length > longestName);
  if (long) return { line, key: 'row-too-long', value: long.slice(0, 40) };
  if (email !== null && !isEmail(email)) return { line, key: 'row-email-unclear', value: email };
  if (email !== null) {
    const other = seenEmail.get(email);
    if (other !== undefined) return { line, key: 'row-email-twice', value: email, other };
    seenEmail.set(email, line);
  }
  const key = [name, ...unitPath].join('\u0000').toLocaleLowerCase('nl');
  const other = seenPerson.get(key);
  // Two people may share a name in one unit; without an address to tell them apart it is one person twice.
  if (other !== undefined && email === null) return { line, key: 'row-person-twice', value: name, other };
  seenPerson.set(key, line);
  return undefined;
}

/** `Zorg > Noord > Team 3`, with `>`, `›`, `\` or ` / ` between the parts. */
function splitPath(text: string): string[] {
  return text
    .split(/[>›\\]| \/ /)
    .map(tidy)
    .filter((part) => part !== '');
}
