import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a title of emoji is never cut in half, wherever the name ends', () => {
  for (const lead of ['', 'a']) {
    const name = fileName('nl', lead + '🌱'.repeat(200));
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('🌱')).toBe(true);
    expect(() => encodeURIComponent(name)).not.toThrow();
  }
});

test('half a character in the title itself becomes a sign that can be written', () => {
  expect(() => encodeURIComponent(fileName('en', 'Peiling \ud83c 2026'))).not.toThrow();
});

test('signs that mean something in a path become spaces', () => {
  expect(fileName('nl', 'In/uit: "hoe?"', '3 mrt')).toMatch(/ – In uit {3}hoe {2} – 3 mrt$/);
});
