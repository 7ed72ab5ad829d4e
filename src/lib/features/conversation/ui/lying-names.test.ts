import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelMarks } from '#lib/design/charts/drawings.ts';
import { lyingNames } from './lying-names.ts';

const board = { left: 6, width: 328, right: 340 };

describe('names over the lying gauge', () => {
  test('stand on two lines with the built-in cuts', () => {
    expect(lyingNames(levelMarks('nl'), board).map(({ line }) => line)).toEqual([0, 0, 0, 1]);
  });

  test('never run into each other or off the drawing, wherever the levels begin', () => {
    const width = fc.integer({ min: 5, max: 80 });
    fc.assert(
      fc.property(width, width, width, fc.constantFrom('nl' as const, 'en' as const), (one, two, three, language) => {
        fc.pre(one + two + three <= 95);
        const marks = levelMarks(language, 'improving', { begun: one, usual: one + two, improving: one + two + three });
        const names = lyingNames(marks, board);
        names.forEach(({ x, line }, place) => {
          const end = x + (marks[place]?.name.length ?? 0) * 6.4;
          expect(end).toBeLessThanOrEqual(board.right + 1e-9);
          const after = names.slice(place + 1).filter((other) => other.line === line);
          for (const other of after) expect(other.x).toBeGreaterThanOrEqual(end - 1e-9);
        });
      }),
    );
  });
});
