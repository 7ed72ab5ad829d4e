import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passagesThatPoint } from './points-at-someone.ts';

const told = (text: string) => passagesThatPoint(text).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);

describe('what may point at somebody', () => {
  test.each([
    ['Ik leer veel van Karin.', ['name: Karin']],
    ['Het gesprek met Jan de Vries hielp.', ['name: Jan de Vries']],
    ['Jan Jansen zei dat het niet kon.', ['name: Jan Jansen']],
    ['Met Anne-Marie gaat het goed.', ['name: Anne-Marie']],
    ['J. van der Berg leidt het overleg.', ['name: J. van der Berg']],
    ['Vraag het mevrouw Öztürk maar.', ['name: mevrouw Öztürk']],
    ['I asked Peter O’Brien and nobody else.', ['name: Peter O’Brien']],
    ['Mail naar j.devries@bedrijf.nl kwam terug.', ['mail: j.devries@bedrijf.nl']],
    ['Bel 06-12345678 of +31 (0)20 123 45 67.', ['phone: 06-12345678', 'phone: +31 (0)20 123 45 67']],
    ['Mijn nummer is P12345, kamer 0412.', ['number: P12345', 'number: 0412']],
    ['Sinds 12-03-2026 en op 3 maart al.', ['date: 12-03-2026', 'date: 3 maart']],
    ['On March 3rd, and since 2026-03-12.', ['date: March 3rd', 'date: 2026-03-12']],
  ])('%s', (text, passages) => {
    expect(told(text)).toEqual(passages);
  });

  test.each([
    'We leren van fouten. Dat gaat goed! Soms niet: dan vragen we het.',
    'Meer tijd.\nMinder vergaderen.\n- Eerder beginnen',
    'In 2026 was het beter dan in 2025, 24/7 bereikbaar, 3 tot 4 keer, 10.000 uur.',
    'Op maandag en in September werken we met Teams en Excel, in het Nederlands en in English.',
    'HR en het MT lezen dit niet. I think I know.',
    '',
  ])('and nothing in: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('stands in order, within the text, and nowhere twice, whatever is written', () => {
    const piece = fc.constantFrom(
      'Jan',
      'de Vries',
      ' ',
      '. ',
      '06-12345678',
      'a@b.nl',
      '3 maart',
      '12345',
      '\n',
      'ik',
      'É',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { from, to } of passagesThatPoint(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('takes no long time for a long text of capitals and digits', () => {
    const begun = performance.now();
    for (const text of [
      'A'.repeat(2000),
      'Aa '.repeat(700),
      '1 '.repeat(1000),
      'van de '.repeat(300),
      'a.'.repeat(1000),
    ])
      passagesThatPoint(text);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
