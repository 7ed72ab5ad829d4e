import fc from 'fast-check';
import loadHighs from 'highs';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { codedMean, rangeTold, windowWithoutItems } from '../coding/coded-mean.ts';
import { codedProfileMeans } from '../profile/coded-profile-means.ts';
import { auditPeiling } from './audit-peiling.ts';
import type { AuditedCell, AuditedPeiling, AuditedProfile, AuditedTable } from './audited.ts';
import { classesProgramme } from './classes-programme.ts';
import { enclosedByClasses } from './enclosed-by-classes.ts';
import { ExchangedSums } from './exchanged-sums.ts';
import { partsOf } from './profile-parts.ts';

const minimum = 5;
let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const cell = (rest: number, classes: number[], ofUnits: number[], points: number): AuditedCell => ({
  rest,
  classes,
  ofUnits,
  people: ofUnits.reduce((sum, one) => sum + one, 0),
  points,
});

/*
 * North has six people and a post of four, and says 73; south 24 and 50; east 20 and 40. Class one is three of north and seventeen of
 * south, and says 29: together 590 at most. So the others of both, among them the post, have 730 + 1,200 − 590 = 1,340 at least. Seven of
 * them are of south, with 700 at most: so seven of north have 640 of 700, and the post 340 of 400.
 */
const table: AuditedTable = {
  rests: [
    { people: 10, mean: 73, range: null },
    { people: 24, mean: 50, range: null },
    { people: 20, mean: 40, range: null },
  ],
  cells: [
    cell(0, [0], [3], 80),
    cell(0, [1], [3, 4], 650),
    cell(1, [0], [17], 500),
    cell(1, [1], [7], 700),
    cell(2, [1], [20], 800),
  ],
};
const profile: AuditedProfile = {
  groupId: 'whole',
  areaId: 'trust',
  people: 54,
  score: 51,
  itemCount: 4,
  questions: [
    [
      { people: 20, score: 29 },
      { people: 34, score: 63 },
    ],
  ],
};

function peiling(one: AuditedProfile): AuditedPeiling {
  return {
    minimum,
    isCoded: true,
    groups: [
      { id: 'whole', parentId: null },
      { id: 'north', parentId: 'whole' },
      { id: 'post', parentId: 'north' },
      { id: 'south', parentId: 'whole' },
      { id: 'east', parentId: 'whole' },
    ],
    scales: [
      {
        areaId: 'trust',
        answered: [0, 6, 4, 24, 20],
        scores: [51, 73, null, 50, 40],
        items: [],
        changes: [false, false, false, false, false],
      },
    ],
    profile: [one],
    rosterDifferences: [null, null, null, null, null],
  };
}

describe('classes laid beside the figures of units', () => {
  test('are found to enclose four people of one unit, though neither does so alone', async () => {
    expect(await auditPeiling(peiling(profile))).toMatchObject({ enclosed: 0 });
    const report = await auditPeiling(peiling({ ...profile, table }));
    expect(report.enclosed).toBeGreaterThan(0);
    const post = report.closest.find(({ kind, people }) => kind === 'small-group' && people === 4);
    expect(post).toMatchObject({ groupId: 'whole', areaId: 'trust', itemId: null });
    expect(post?.steps).toBeCloseTo(0.6, 2);
  });

  test('are let through where they leave room: the same with a class one that says 45', async () => {
    const questions = [
      [
        { people: 20, score: 45 },
        { people: 34, score: 54 },
      ],
    ];
    const cells = [
      cell(0, [0], [3], 200),
      cell(0, [1], [3, 4], 530),
      cell(1, [0], [17], 700),
      cell(1, [1], [7], 500),
      cell(2, [1], [20], 800),
    ];
    expect(await auditPeiling(peiling({ ...profile, questions, table: { ...table, cells } }))).toMatchObject({
      enclosed: 0,
    });
  });

  test('of two questions tell together what neither tells alone', () => {
    const closest = (found: readonly { readonly steps: number }[]) => Math.min(...found.map(({ steps }) => steps));
    const alone = [0, 1].map((question) =>
      closest(enclosedByClasses(...onlyQuestion(twoQuestions, tableOfTwo, question), minimum, highs)),
    );
    expect(Math.min(...alone)).toBeGreaterThanOrEqual(2);
    expect(closest(enclosedByClasses(twoQuestions, tableOfTwo, minimum, highs))).toBeLessThan(0.2);
  });
});

/*
 * Four of the first rest are in class one of both questions. In the second rest ten are in class one of the first question only,
 * and the other ten of the second: so both classes together are twice the four, and the second rest.
 */
const twoQuestions: AuditedProfile = {
  ...profile,
  people: 30,
  score: 50,
  questions: [0, 1].map(() => [
    { people: 14, score: 50 },
    { people: 16, score: 50 },
  ]),
};
const tableOfTwo: AuditedTable = {
  rests: [
    { people: 10, mean: 50, range: null },
    { people: 20, mean: 50, range: null },
  ],
  cells: [cell(0, [0, 0], [4], 200), cell(0, [1, 1], [6], 300), cell(1, [0, 1], [10], 500), cell(1, [1, 0], [10], 500)],
};

function onlyQuestion(all: AuditedProfile, { rests, cells }: AuditedTable, question: number) {
  const named = Map.groupBy(cells, (one) => `${one.rest} ${one.classes[question]}`);
  const together = [...named.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const some = [first, ...others];
    const points = some.reduce((sum, one) => sum + one.points, 0);
    return [
      cell(
        first.rest,
        first.classes.slice(question, question + 1),
        some.flatMap(({ ofUnits }) => ofUnits),
        points,
      ),
    ];
  });
  return [
    { ...all, questions: all.questions.slice(question, question + 1) },
    { rests, cells: together },
  ] as const;
}

/** Two rests of some people each, who are in one of two classes and said one of three things. */
const answered = fc
  .record({
    restOf: fc.array(fc.nat(1), { minLength: 8, maxLength: 9 }),
    chance: fc.array(fc.record({ place: fc.nat(1), score: fc.constantFrom(0, 50, 100) }), {
      minLength: 9,
      maxLength: 9,
    }),
  })
  .map(({ restOf, chance }) => restOf.map((rest, at) => ({ rest, ...(chance[at] ?? { place: 0, score: 0 }) })))
  .filter((people) => [0, 1].every((one) => people.filter(({ rest }) => rest === one).length > 3))
  .filter((people) => [0, 1].every((one) => people.filter(({ place }) => place === one).length > 3));
type Answered = readonly { readonly rest: number; readonly place: number; readonly score: number }[];

const itemCount = 1;
const meanOf = (scores: readonly number[]) => scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);

/** What is shown of these people by the rules: the rows of both rests, and both classes. */
function shownOf(people: Answered) {
  const rests = [0, 1].map((rest) => {
    const scores = people.filter((one) => one.rest === rest).map(({ score }) => score);
    const window = windowWithoutItems({ people: scores.length, largestSmallGroup: minimum - 1 }, itemCount);
    const mean = codedMean(meanOf(scores), window);
    return { people: scores.length, mean, range: rangeTold(mean, window), by: mean - meanOf(scores) };
  });
  const classes = [0, 1].map((place) => {
    const counted = people.flatMap((one) => (one.place === place ? [one.score + (rests[one.rest]?.by ?? 0)] : []));
    const rest = { people: counted.length, largestSmallGroup: minimum - 1 };
    return { rest, mean: Math.min(100, Math.max(0, meanOf(counted))) };
  });
  const means = codedProfileMeans(classes, itemCount);
  return {
    rests: rests.map(({ by: _, ...row }) => row),
    classes: classes.map(({ rest }, at) => ({ people: rest.people, score: Math.round(means[at] ?? 0) })),
  };
}

function programmeFor(people: Answered) {
  const shown = shownOf(people);
  const named = Map.groupBy(people, ({ rest, place }) => `${rest} ${place}`);
  const cells = [...named.values()].map((some) =>
    cell(
      some[0]?.rest ?? 0,
      [some[0]?.place ?? 0],
      [some.length],
      some.reduce((sum, { score }) => sum + score, 0),
    ),
  );
  const parts = partsOf(shown.classes, { people: people.length, itemCount }, minimum);
  const questions = [{ parts, partOf: cells.map(({ classes }) => classes[0] ?? -1) }];
  const every = { withMoved: true, isFree: () => true };
  const programme = classesProgramme({ rests: shown.rests, cells }, questions, every);
  return {
    shown,
    cells,
    ranges: programme.rangesOf(
      highs,
      cells.map((_, at) => [at]),
    ),
  };
}

describe('the programme of all that is told', () => {
  test('holds whatever could have been answered with the same figures', () => {
    fc.assert(
      fc.property(answered, (people) => {
        const { shown, cells, ranges } = programmeFor(people);
        const asShown = JSON.stringify(shown);
        for (let way = 0; way < 3 ** people.length; way++) {
          const other = people.map((one, at) => ({ ...one, score: 50 * (Math.floor(way / 3 ** at) % 3) }));
          if (JSON.stringify(shownOf(other)) !== asShown) continue;
          cells.forEach((own, at) => {
            const inCell = other.filter(({ rest, place }) => rest === own.rest && place === own.classes[0]);
            const sum = inCell.reduce((total, { score }) => total + score, 0);
            expect(ranges[at]?.low).toBeLessThanOrEqual(sum + 1e-3);
            expect(ranges[at]?.high).toBeGreaterThanOrEqual(sum - 1e-3);
          });
        }
      }),
      { numRuns: 5, seed: 11 },
    );
  });

  test('holds whatever exchanges lead to, which are possible by any rules', () => {
    fc.assert(
      fc.property(answered, (people) => {
        const { cells, ranges } = programmeFor(people);
        const exchanges = new ExchangedSums(cells);
        cells.forEach((_, at) => {
          const { low, high } = exchanges.range([at], () => false);
          expect(ranges[at]?.low).toBeLessThanOrEqual(low + 1e-3);
          expect(ranges[at]?.high).toBeGreaterThanOrEqual(high - 1e-3);
        });
      }),
      { numRuns: 25, seed: 12 },
    );
  });
});
