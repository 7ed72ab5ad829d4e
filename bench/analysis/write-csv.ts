import { closeSync, openSync, writeSync } from 'node:fs';
import { ITEMS, scalePlaces } from './generate.ts';
import type { Answers } from './generate.ts';

const PEOPLE_AT_A_TIME = 20_000;
const itemId = (item: number): string => `I${String(item + 1).padStart(2, '0')}`;

/** Writes the answers as somebody would export them; `unitsOf` names a person's units, from the top down. */
export function writeCsv(
  file: string,
  { people, rows }: Answers,
  unitColumns: readonly string[],
  unitsOf: (person: number) => readonly string[],
): void {
  const to = openSync(file, 'w');
  const names = Array.from({ length: ITEMS }, (_, item) => itemId(item));
  let text = `${[...unitColumns, ...names].join(',')}\n`;
  for (let person = 0; person < people; person += 1) {
    let line = unitsOf(person).join(',');
    for (let item = 0; item < ITEMS; item += 1) line += `,${rows[person * ITEMS + item] || ''}`;
    text += `${line}\n`;
    if ((person + 1) % PEOPLE_AT_A_TIME === 0) {
      writeSync(to, text);
      text = '';
    }
  }
  writeSync(to, text);
  closeSync(to);
}

/** The instrument that belongs to it. */
export function benchInstrument(): unknown {
  const titled = (id: string) => ({ id, title: { nl: id, en: id } });
  const scales = scalePlaces.map((places, scale) => ({
    ...titled(`S${scale + 1}`),
    items: places.map((item) => ({ id: itemId(item) })),
  }));
  return { ...titled('bench'), response: { min: 1, max: 5 }, scales };
}
