import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

const together = (document: Readonly<Record<string, unknown>>): string => Array.from(jsonPieces(document)).join('');

test('the pieces of a document are its JSON and a line end, whatever is in it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
      expect(together(document)).toBe(`${JSON.stringify(document)}\n`);
    }),
  );
});

test('a long list comes in many pieces, a field without a value not at all', () => {
  const document = { none: undefined, groups: Array.from({ length: 1000 }, (_, n) => ({ n })), last: null };
  expect(Array.from(jsonPieces(document)).length).toBeGreaterThan(6);
  expect(together(document)).toBe(`${JSON.stringify(document)}\n`);
});
