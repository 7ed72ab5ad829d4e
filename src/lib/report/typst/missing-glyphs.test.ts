import { describe, expect, test } from 'vitest';
import { withoutMissingGlyphs } from './missing-glyphs.ts';

const complaint = (text: string): Error =>
  new Error(
    `SourceDiagnostic { message: "PDF/UA-1 error: the text \`\\"${text}\\"\` could not be displayed with font \`\\"Literata\\"\`" }`,
  );

describe('characters that no font can show', () => {
  test('become squares, everywhere in the data and nowhere else', () => {
    expect(withoutMissingGlyphs('{"a":"Zoë 🎉","b":"🎉🎉"}', complaint('🎉'))).toBe('{"a":"Zoë □","b":"□□"}');
  });

  test('are also found when the compiler writes them as a code', () => {
    expect(withoutMissingGlyphs('{"a":"x‍y"}', complaint('\\u{200d}'))).toBe('{"a":"x□y"}');
  });

  test('any other fault is left for the caller', () => {
    expect(withoutMissingGlyphs('{}', new Error('file not found'))).toBeNull();
  });
});
