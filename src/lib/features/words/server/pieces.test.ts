import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blackedOut, piecesOf } from './pieces.ts';

describe('an answer in pieces', () => {
  test('is the answer, with what may point at somebody by itself', () => {
    expect(piecesOf('Vraag het Karin, 06-12345678.')).toEqual([
      { text: 'Vraag het ', kind: 'plain' },
      { text: 'Karin', kind: 'name' },
      { text: ', ', kind: 'plain' },
      { text: '06-12345678', kind: 'phone' },
      { text: '.', kind: 'plain' },
    ]);
    expect(piecesOf('Vraag het Karin.', false)).toEqual([{ text: 'Vraag het Karin.', kind: 'plain' }]);
    const text = fc
      .array(fc.constantFrom('Jan ', 'de ', 'x. ', '12345 ', '█████', '\n'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (answer) => {
        expect(
          piecesOf(answer)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(answer);
      }),
    );
  });
});

describe('blacking out', () => {
  test('takes a passage away wherever it stands, and leaves nothing of its length', () => {
    expect(blackedOut('Jan de Vries zei dat Jan gaat.', ['Jan', 'Jan de Vries'])).toBe('█████ zei dat █████ gaat.');
    expect(blackedOut('Karin en Karin.', ['Karin'])).toBe('█████ en █████.');
  });

  test('of what isn’t there is refused', () => {
    expect(blackedOut('Vraag het Karin.', ['karin'])).toBeUndefined();
  });
});
