import { kishDesignEffect, rakedSample, weightedMean } from '@lerend/psychometrics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';
import type { SnapshotInput } from './snapshot-input.ts';
import type { Snapshot } from './snapshot.ts';
import { snapshotForm } from './snapshot-form.ts';
import { answersOf, livelyAnswers, peiling, seededChance, unit } from './tests/peiling.ts';

const width = snapshotForm('full').itemIds.length;
const units = [unit('top', null, 0), unit('north', 'top', 80), unit('south', 'top', 80)];

interface Asked {
  readonly id: string;
  readonly bands: number;
  readonly heads?: readonly number[];
}

/** Forty in north, forty in south; `bandsOf` says what person 0 … 79 of all says of their work. */
function input(questions: readonly Asked[], bandsOf: (person: number) => readonly number[], seed = 3): SnapshotInput {
  const chance = seededChance(seed);
  const answers = ['north', 'south'].map((id) => livelyAnswers('full', id, 40, chance));
  const rows = ['north', 'south'].map((unitId, at) => ({
    unitId,
    bands: Uint8Array.from(Array.from({ length: 40 }, (_, person) => bandsOf(40 * at + person)).flat()),
  }));
  return peiling({ units, answers, profile: { questions, rows } });
}

const shifts = (heads?: readonly number[]): Asked => ({ id: 'profile-shifts', bands: 2, ...(heads ? { heads } : {}) });
const leads = (heads: readonly number[]): Asked => ({ id: 'profile-leads', bands: 2, heads });
const half = (person: number): number[] => [1 + (person % 2)];
const areaOf = ({ weighting }: Snapshot) => weighting?.areas ?? [];

describe('a score as if everyone had answered in proportion', () => {
  test('is that of the classes as shown, each as heavy as its people are many', () => {
    const snapshot = makeSnapshot(input([shifts([120, 40])], half));
    const classes = snapshot.profile?.[0]?.classes ?? [];
    expect(snapshot.weighting?.questionIds).toEqual(['profile-shifts']);
    areaOf(snapshot).forEach((told, area) => {
      const [yes, no] = classes.map(({ areas }) => areas[area]);
      const [nYes, nNo] = [yes?.n ?? 0, no?.n ?? 0];
      const plain = (nYes * (yes?.score ?? 0) + nNo * (no?.score ?? 0)) / (nYes + nNo);
      const weighted = 0.75 * (yes?.score ?? 0) + 0.25 * (no?.score ?? 0);
      const score = snapshot.units[0]?.areas[area]?.cell?.score ?? 0;
      expect(told?.score).toBe(score);
      expect(Math.abs((told?.weighted ?? 0) - (score + weighted - plain))).toBeLessThanOrEqual(0.5 + 1e-6);
    });
  });

  test('is the score where people answered in proportion', () => {
    for (const told of areaOf(
      makeSnapshot(input([shifts([90, 90]), leads([45, 135])], (p) => [1 + (p % 2), p % 8 < 2 ? 1 : 2])),
    ))
      expect(Math.abs((told?.weighted ?? 0) - (told?.score ?? 0))).toBeLessThanOrEqual(1);
  });

  test('follows the raked mean of the answers, within what rounding leaves, where classes add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 60, max: 140 }), (seed, inShifts) => {
        const chance = seededChance(seed);
        const bands = Array.from({ length: 80 }, () => (chance() < 0.5 ? 1 : 2));
        const given = input([shifts([inShifts, 200 - inShifts])], (person) => [bands[person] ?? 1], seed);
        const told = areaOf(makeSnapshot(given))[0];
        if (!told) return;
        expect(Math.abs(told.weighted - rakedMean(given, 0))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40, seed: 14 },
    );
  });

  test('weighs two questions at once, not one after the other: who leads doesn’t count twice', () => {
    const bandsOf = (person: number): number[] => [person < 30 ? 1 : 2, person % 10 < 5 ? 1 : 2];
    const answers = ['north', 'south'].map((id, at) =>
      answersOf('full', id, 40, (p) => (bandsOf(40 * at + p)[0] === 1 ? 2 : 4)),
    );
    const given = { ...input([shifts([80, 80]), leads([80, 80])], bandsOf), answers };
    const [told] = areaOf(makeSnapshot(given));
    // Thirty of eighty answer 25 and fifty 75: 56. In proportion half of each: 50.
    expect(told).toEqual({ score: 56, weighted: 50 });
  });

  test('keeps who is in no class as many as they are', () => {
    const skipping = (person: number): number[] => [person < 16 ? 0 : 1 + (person % 2)];
    const snapshot = makeSnapshot(input([shifts([90, 70])], skipping));
    expect(snapshot.profile?.[0]?.classes?.map(({ bands }) => bands)).toEqual([[1], [2]]);
    expect(areaOf(snapshot).every((told) => told !== null)).toBe(true);
  });

  test.each([
    ['more people answered than there are', [shifts([30, 130])], half],
    ['the weights would let a few speak for many', [shifts([150, 10])], (p: number) => [p < 12 ? 1 : 2]],
    ['the classes are too small', [shifts([80, 80])], (p: number) => [p < 6 ? 1 : 2]],
  ] as const)('is nothing where %s', (_, questions, bandsOf) => {
    const snapshot = makeSnapshot(input(questions, bandsOf));
    expect(snapshot.weighting).toEqual({ questionIds: [], areas: snapshot.areaIds.map(() => null) });
  });

  test('isn’t there at all where nobody said how many people there are', () => {
    expect('weighting' in makeSnapshot(input([shifts()], half))).toBe(false);
  });
});

describe('the response of a band', () => {
  const responseOf = (heads: readonly number[]) =>
    makeSnapshot(input([shifts(heads)], half)).profile?.[0]?.response?.map(({ response }) => response);

  test('is told in quarters of known people, from twenty of them', () => {
    expect(responseOf([200, 50])).toEqual(['under-a-quarter', 'over-three-quarters']);
    expect(makeSnapshot(input([shifts([141, 19])], (p) => [p < 2 ? 2 : 1])).profile?.[0]?.response).toEqual([
      { people: 141, response: 'half-to-three-quarters' },
      { people: 19, response: null },
    ]);
  });

  test('is nothing where more people answered than there are', () => {
    expect(responseOf([39, 60])).toEqual([null, 'half-to-three-quarters']);
  });
});

/**
 * One person leads others and works in shifts. Of everyone else one knows the sums of classes and teams, as the pages show
 * them; what is left open is this one, together with three others who move against them.
 */
describe('whoever looks for the one person in a rare combination', () => {
  const combination = (p: number): number[] => [
    p === 0 || (p >= 1 && p < 33) ? 1 : 2,
    p === 0 || (p >= 33 && p < 51) ? 1 : 2,
  ];
  /** All in one team; the first of each combination answer alike in both peilingen but turned round on one area. */
  const four = [0, 1, 33, 51];
  const peilingWith = (
    heads: { shifts: readonly number[]; leads: readonly number[] },
    isHigh: boolean,
  ): SnapshotInput => {
    const chance = seededChance(8);
    const north = livelyAnswers('full', 'north', 80, chance);
    four.forEach((person, at) => {
      const answer = (at === 0 || at === 3) === isHigh ? 5 : 1;
      north.items.fill(answer, person * width, person * width + 4);
    });
    const rows = [
      { unitId: 'north', bands: Uint8Array.from(Array.from({ length: 80 }, (_, p) => combination(p)).flat()) },
    ];
    return peiling({
      units: [unit('top', null, 0), unit('north', 'top', 160)],
      answers: [north],
      profile: { questions: [shifts(heads.shifts), leads(heads.leads)], rows },
    });
  };
  const mild = { shifts: [60, 100], leads: [50, 110] };
  const strong = { shifts: [80, 80], leads: [80, 80] };

  test.each([
    ['mild', mild, true],
    ['strong', strong, false],
  ] as const)(
    'sees the same pages, to the last figure, whether they said never or always (%s weights)',
    (_, heads, isShown) => {
      const [low, high] = [false, true].map((isHigh) => makeSnapshot(peilingWith(heads, isHigh)));
      expect(low?.profile?.flatMap(({ classes }) => classes?.map(({ areas }) => areas[0] !== null))).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(low?.weighting?.areas[0] !== null).toBe(isShown);
      expect(JSON.stringify(high)).toBe(JSON.stringify(low));
    },
  );

  test('finds them within a step from the raked mean of what people answered, in whole points', () => {
    const [low, high] = [false, true].map((isHigh) => rakedMean(peilingWith(strong, isHigh), 0));
    const perPoint = ((high ?? 0) - (low ?? 0)) / 100;
    expect(1 / Math.abs(perPoint)).toBeLessThan(25);
    expect(Math.round(high ?? 0)).not.toBe(Math.round(low ?? 0));
  });

  test('is not helped by weights alone: they are made of numbers of people', () => {
    const { weights } = raked(peilingWith(strong, true));
    expect(weights).toEqual(raked(peilingWith(strong, false)).weights);
    expect(kishDesignEffect(weights)).toBeGreaterThan(1.5);
  });
});

/** What `lerend analyse --margins` would give of an area: the answers themselves, weighted. */
function rakedMean(given: SnapshotInput, area: number): number {
  const columns = snapshotForm('full').areas[area]?.columns ?? [];
  const points = given.answers.flatMap(({ n, items }) =>
    Array.from({ length: n }, (_, person) => {
      const known = columns.map((c) => items[person * width + c] ?? 0).filter((answer) => answer > 0 && answer < 6);
      return known.length < 2 ? Number.NaN : (known.reduce((sum, one) => sum + one, 0) / known.length - 1) * 25;
    }),
  );
  const rows = points.flatMap((score, row) => (Number.isNaN(score) ? [] : [row]));
  return weightedMean(
    Float64Array.from(rows, (row) => points[row] ?? 0),
    raked(given, rows),
  ).mean;
}

function raked({ profile }: SnapshotInput, rows = Array.from({ length: 80 }, (_, row) => row)) {
  const questions = profile?.questions ?? [];
  const bands = profile?.rows.flatMap((one) => [...one.bands]) ?? [];
  const margins = questions.map(({ heads = [] }, at) => ({
    values: Int32Array.from(rows, (row) => (bands[row * questions.length + at] ?? 0) - 1),
    totals: Float64Array.from(heads),
  }));
  const sample = rakedSample(margins, rows.length).value;
  if (!sample) throw new Error('no weights');
  return sample;
}
