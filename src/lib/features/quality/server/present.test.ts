import { publishForWhole } from '@lerend/disclosure';
import type { WholeResult } from '@lerend/analysis';
import { describe, expect, test } from 'vitest';
import { presentAlike, presentFilledIn, presentReliability, qualityHeading } from './present.ts';

const published = <T>(value: T) => publishForWhole(200, 200, () => value);
const nothing: WholeResult = {
  reliability: null,
  correlations: null,
  distinctness: null,
  undefined: { reliability: 'fewer-than-200', correlations: 'fewer-than-200' },
  speed: null,
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
  speed: published({ usual: 200, 'very-fast': 1, unknown: 39 }),
  answerQuality: null,
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

  test('one fast ballot is one, and those without a pace are told apart', () => {
    expect(presentFilledIn(measured, 'nl')).toEqual([
      'Van de 201 stembiljetten met een bekend tempo is er 1 zo snel ingevuld dat lezen bijna niet kon.',
      expect.stringContaining('39 stembiljetten'),
    ]);
  });
});
