import { describe, expect, test } from 'vitest';
import { builtInCutScores } from '@lerend/instrument';
import type { CutScores } from '@lerend/instrument';
import { cutScoresOf, cutsIn, levelIn } from './cut-scores-of.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { readSnapshot } from './read-snapshot.ts';
import { answersOf, peiling } from './tests/peiling.ts';

const own: CutScores = {
  version: 'zorg-2027-1',
  status: 'set',
  rationale: { nl: 'Samen vastgesteld.', en: 'Set together.' },
  cuts: { begun: 20, usual: 40, improving: 60 },
  areaCuts: { trust: { begun: 55, usual: 70, improving: 90 } },
};
const middling = { ...peiling({ answers: [answersOf('full', 'top', 40, () => 3)] }) };
const sure = { n: 40, centre: 50, band: 2 } as const;

describe('the cut scores of a snapshot', () => {
  test('are those that it was given, and the built-in ones when it was given none', () => {
    expect(cutScoresOf(makeSnapshot(middling))).toEqual(builtInCutScores);
    const snapshot = makeSnapshot({ ...middling, cutScores: own });
    expect(cutScoresOf(readSnapshot(JSON.parse(JSON.stringify(snapshot))))).toEqual(own);
  });

  test('decide its levels, for an area its own ones', () => {
    const snapshot = makeSnapshot({ ...middling, cutScores: own });
    expect(levelIn(snapshot, 'support', sure)).toMatchObject({ level: 'usual' });
    expect(levelIn(snapshot, 'trust', sure)).toMatchObject({ level: 'sometimes' });
    expect(levelIn(makeSnapshot(middling), 'trust', sure)).toMatchObject({ level: 'begun' });
  });

  test('change no figure, no decision to publish and no finding', () => {
    const { cutScores: _own, ...rest } = makeSnapshot({ ...middling, cutScores: own });
    const { cutScores: _builtIn, ...asBuiltIn } = makeSnapshot(middling);
    expect(rest).toEqual(asBuiltIn);
  });

  test('of a document from before there was a choice are version 2026-1', () => {
    const { cutScores: _none, ...old } = makeSnapshot(middling);
    const read = readSnapshot(JSON.parse(JSON.stringify(old)));
    expect(cutScoresOf(read).version).toBe('2026-1');
    expect(cutsIn(read, 'trust')).toEqual({ begun: 37.5, usual: 62.5, improving: 75 });
  });

  test('are said to be others than before only when they are', () => {
    const rosterDifference = { top: 0 };
    const before = (cutScores?: CutScores) => ({
      snapshot: makeSnapshot({ ...middling, ...(cutScores ? { cutScores } : {}) }),
      rosterDifference,
    });
    expect(makeSnapshot(middling)).not.toHaveProperty('otherCutScoresBefore');
    expect(makeSnapshot({ ...middling, previous: before() })).not.toHaveProperty('otherCutScoresBefore');
    const now = makeSnapshot({ ...middling, cutScores: own, previous: before() });
    expect(now.otherCutScoresBefore).toBe('2026-1');
    expect(makeSnapshot({ ...middling, cutScores: own, previous: before(own) })).not.toHaveProperty(
      'otherCutScoresBefore',
    );
  });
});
