import { publishForWhole } from '@lerend/disclosure';
import type { WholeResult } from '@lerend/analysis';
import { describe, expect, test } from 'vitest';
import { presentFilledIn } from './present-filled-in.ts';
import { presentAlike, presentReliability, qualityHeading } from './present.ts';

const published = <T>(value: T) => publishForWhole(200, 200, () => value);
const nothing: WholeResult = {
  reliability: null,
  correlations: null,
  distinctness: null,
  undefined: { reliability: 'fewer-than-200', correlations: 'fewer-than-200' },
  drivers: null,
  answerQuality: null,
};
const measured: WholeResult = {
  reliability: published([
    { areaId: 'trust', n: 240, alpha: 0.84, omegaTotal: 0.85 },
    { areaId: 'mental-models', n: 238, alpha: 0.58, omegaTotal: null },
  ]),
  correlations: published({
    n: 238,
    areaIds: ['trust', 'mental-models'],
    matrix: [
      [1, 0.61],
      [0.61, 1],
    ],
  }),
  distinctness: published({ areApart: false, pairs: [{ areaIds: ['trust', 'mental-models'], corrected: 1.04 }] }),
  undefined: {},
  drivers: null,
  answerQuality: published({
    people: 240,
    classes: [
      {
        kind: 'straight-lining' as const,
        people: 14,
        withoutThem: [
          { areaId: 'trust', score: 61, scoreWithout: 58, nWithout: 226 },
          { areaId: 'mental-models', score: 50, scoreWithout: 51, nWithout: 224 },
        ],
      },
      {
        kind: 'many-missing' as const,
        people: 12,
        withoutThem: [{ areaId: 'trust', score: 61, scoreWithout: 61, nWithout: 228 }],
      },
      { kind: 'faster-than-reading' as const, people: null, withoutThem: [] },
    ],
  }),
};

describe('how well a peiling measured', () => {
  test('with fewer than two hundred answers nothing is claimed, and it says from how many', () => {
    expect(qualityHeading(nothing, 'nl')).toBe('Er zijn te weinig antwoorden om te zeggen hoe goed er gemeten is');
    expect(presentReliability(nothing, 'en')).toEqual({ sentence: expect.stringContaining('200'), areas: [] });
    expect(presentAlike(nothing, 'nl')).toMatchObject({ pairs: [], table: null });
    expect(presentFilledIn(nothing, 'nl')).toEqual([]);
  });

  test('an area whose questions don’t hang together is named, by alpha where there is no omega', () => {
    const { sentence, areas } = presentReliability(measured, 'nl');
    expect(sentence).toContain('Bij Denkbeelden niet genoeg');
    expect(areas.map(({ verdict, alpha, omega }) => [verdict, alpha, omega])).toEqual([
      ['goed', '0,84', '0,85'],
      ['te weinig', '0,58', '–'],
    ]);
  });

  test('areas that can’t be told apart make the heading, and no correlation is given above 1', () => {
    expect(qualityHeading(measured, 'en')).toBe('2 areas are so alike here that you should read them together');
    expect(presentAlike(measured, 'en').pairs).toEqual([
      expect.stringMatching(/^Trust and .+: a correlation of 1(\.00)? out of at most 1/),
    ]);
  });

  test('doubtful answers are counted, with what would change without them, and a small group has no number', () => {
    const [straight, missing, fast] = presentFilledIn(measured, 'nl');
    expect(straight).toMatch(/^14 van de 240 .* Zonder hen verandert het meest: Vertrouwen van 61 naar 58\.$/);
    expect(missing).toMatch(/^12 van de 240 .* geen gebied meer dan één punt\.$/);
    expect(fast).toMatch(/geen aantal: het zijn er minder dan 10/);
    const classes = [{ kind: 'many-missing' as const, people: null, withoutThem: [] }];
    const few = presentFilledIn({ ...measured, answerQuality: published({ people: 60, classes }) }, 'en');
    expect(few).toEqual([expect.stringContaining('fewer than 10')]);
  });
});
