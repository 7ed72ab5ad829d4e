import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markAll } from './marks.ts';
import type { Candidate } from './marks.ts';

const candidate = (difference: number, standardError = 2, chosenFrom = 1): Candidate => ({
  difference,
  standardError,
  freedom: Infinity,
  chosenFrom,
});

describe('marks', () => {
  test('name the side, and stay away where a difference is noise or too small to matter', () => {
    // z = 5, −4, 1.5 and, with a standard error of ½, 8: significant but four points.
    const marks = markAll([candidate(10), candidate(-8), candidate(3), candidate(4, 0.5)], 5);
    expect(marks.map(({ mark }) => mark)).toEqual(['above', 'below', null, null]);
  });

  test('ask for more, the more is compared and the less there is to find', () => {
    // z = 2.25, p = .024: enough by itself, and not as one of a hundred.
    expect(markAll([candidate(9, 4)], 5)[0]?.mark).toBe('above');
    const nothing = Array.from({ length: 99 }, () => candidate(0, 4));
    expect(markAll([candidate(9, 4), ...nothing], 5)[0]?.mark).toBeNull();
  });

  test('count that the largest was picked out of many', () => {
    expect(markAll([candidate(9, 4, 11)], 5)[0]?.mark).toBeNull();
    // p = .000 001 × 11.
    expect(markAll([candidate(20, 4, 11)], 5)[0]?.mark).toBe('above');
  });

  test('are exactly the whole differences beyond the noise that goes with them', () => {
    const some = fc.record({
      difference: fc.integer({ min: -40, max: 40 }),
      standardError: fc.double({ min: 0.3, max: 12, noNaN: true }),
      freedom: fc.constantFrom(4, 20, 300, Infinity),
      chosenFrom: fc.constantFrom(1, 11),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (candidates) => {
        markAll(candidates, 5).forEach(({ mark, noise }, at) => {
          const difference = candidates[at]?.difference ?? 0;
          expect(mark !== null).toBe(Math.abs(difference) > noise);
          if (mark !== null) expect(mark).toBe(difference > 0 ? 'above' : 'below');
        });
      }),
    );
  });
});
