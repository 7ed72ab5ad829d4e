import fc from 'fast-check';
import loadHighs from 'highs';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { codedMean, rangeTold, windowWithoutItems } from '../coding/coded-mean.ts';
import { codedProfileMeans } from '../profile/coded-profile-means.ts';
import { auditPeiling } from './audit-peiling.ts';
import type { AuditedCell, AuditedPeiling, AuditedProfile, AuditedTable } from './audited.ts';
import { classesProgramme, partedQuestion } from './classes-programme.ts';
import { enclosedByClasses } from './enclosed-by-classes.ts';
import { ExchangedSums } from './exchanged-sums.ts';
import { targetSets } from './target-sets.ts';
import type { LinearProgramme } from './linear-programme.ts';
import { partsOf } from './profile-parts.ts';

const minimum = 5;
let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** People of units 0, 1 …, who all say the same. */
const cell = (rest: number, classes: number[], ofUnits: number[], points: number): AuditedCell => {
  const people = ofUnits.reduce((sum, one) => sum + one, 0);
  const units = ofUnits.map((some, unit) => [10 * rest + unit, some] as const).filter(([, some]) => some > 0);
  return { rest, classes, ofUnits: new Map(units), scores: Array.from({ length: people }, () => points / people) };
};

/*
 * North has six people and a post of four, and says 73; south 24 and 50; east 20 and 40. Class one is three of north and seventeen of
 * south, and says 29: together 590 at most. So the others of both, among them the post, have 730 + 1,200 − 590 = 1,340 at least. Seven of
 * them are of south, with 700 at most: so seven of north have 640 of 700, and the post 340 of 400.
 */
const table: AuditedTable = {
  rests: [
    { groupId: 'north', people: 10, mean: 73, range: null },
    { groupId: 'south', people: 24, mean: 50, range: null },
    { groupId: 'east', people: 20, mean: 40, range: null },
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
    expect(post?.steps).toBeLessThan(0.6 + 1e-6);
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

  test('find a small unit that is spread over classes, of which each is known by itself', () => {
    // Ten of one rest: six in class two, and of a post of four two in each of the others. The ten in every other cell say nothing new.
    const cells = [
      cell(0, [2], [6], 300),
      cell(0, [0], [0, 2], 100),
      cell(0, [1], [0, 2], 100),
      ...[0, 1, 2].map((place) => cell(1, [place], [10], 500)),
    ];
    const rests = [
      { groupId: 'first', people: 10, mean: 50, range: null },
      { groupId: 'second', people: 30, mean: 50, range: null },
    ];
    const questions = [
      [
        { people: 12, score: 50 },
        { people: 12, score: 50 },
        { people: 16, score: 50 },
      ],
    ];
    const sets = targetSets({ rests, cells }, new Map(), { questions: 1, minimum });
    const post = sets.find(({ whole, part }) => whole.join() === '1,2' && part.length === 0);
    expect(post?.targets.map(({ kind, people }) => [kind, people])).toContainEqual(['small-group', 4]);
    expect(
      enclosedByClasses({ ...profile, people: 40, score: 50, questions }, { rests, cells }, minimum, highs),
    ).not.toEqual([]);
  });

  test('leave nobody open without a solver but whom exchanges do', () => {
    const without = enclosedByClasses(twoQuestions, tableOfTwo, minimum, null);
    expect(Math.min(...without.map(({ steps }) => steps))).toBeLessThan(2);
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
    { groupId: 'first', people: 10, mean: 50, range: null },
    { groupId: 'second', people: 20, mean: 50, range: null },
  ],
  cells: [cell(0, [0, 0], [4], 200), cell(0, [1, 1], [6], 300), cell(1, [0, 1], [10], 500), cell(1, [1, 0], [10], 500)],
};

function onlyQuestion(all: AuditedProfile, { rests, cells }: AuditedTable, question: number) {
  const own = cells.map((one) => ({ ...one, classes: one.classes.slice(question, question + 1) }));
  return [
    { ...all, questions: all.questions.slice(question, question + 1) },
    { rests, cells: joined(own) },
  ] as const;
}

function joined(cells: readonly AuditedCell[]): AuditedCell[] {
  const named = Map.groupBy(cells, ({ rest, classes }) => `${rest} ${classes.join()}`);
  return [...named.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const ofUnits = new Map(some.flatMap((one) => [...one.ofUnits]));
    return [{ ...first, ofUnits, scores: some.flatMap(({ scores }) => scores).toSorted((x, y) => x - y) }];
  });
}

/** Two rests, of which each person is in one of two or three classes and said one of three things. */
const answered = fc
  .record({
    people: fc.array(fc.record({ rest: fc.nat(1), score: fc.constantFrom(0, 50, 100) }), {
      minLength: 15,
      maxLength: 19,
    }),
    classes: fc.constantFrom(2, 3),
  })
  .map(({ people, classes }) => ({
    people: people.map((one, at) => ({ ...one, place: at % classes })),
  }))
  .filter(({ people }) => [0, 1].every((one) => people.filter(({ rest }) => rest === one).length > 4));
interface Answered {
  readonly people: readonly { readonly rest: number; readonly place: number; readonly score: number }[];
}

const itemCount = 1;
const sumOf = (scores: readonly number[]) => scores.reduce((sum, one) => sum + one, 0);

/** What is shown of these people by the rules: the rows of both rests, and all classes. */
function shownOf({ people }: Answered, scoreOf: (person: number) => number) {
  const persons = people.map((one, person) => ({ ...one, score: scoreOf(person) }));
  const rests = [0, 1].map((number) => {
    const own = persons.filter(({ rest }) => rest === number);
    const rest = { people: own.length, largestSmallGroup: minimum - 1 };
    const window = windowWithoutItems(rest, itemCount);
    const asAnswered = sumOf(own.map(({ score }) => score)) / own.length;
    const mean = codedMean(asAnswered, window);
    return {
      row: { groupId: `rest ${number}`, people: own.length, mean, range: rangeTold(mean, window) },
      by: mean - asAnswered,
    };
  });
  const places = [...new Set(people.map(({ place }) => place))].toSorted((a, b) => a - b);
  const classes = places.map((place) => {
    const counted = persons.flatMap((one) => (one.place === place ? [one.score + (rests[one.rest]?.by ?? 0)] : []));
    const rest = { people: counted.length, largestSmallGroup: minimum - 1 };
    return { rest, mean: Math.min(100, Math.max(0, sumOf(counted) / counted.length)) };
  });
  const means = codedProfileMeans(classes, itemCount);
  return {
    rests: rests.map(({ row }) => row),
    classes: classes.map(({ rest }, at) => ({
      people: rest.people,
      score: Math.round(means[at] ?? 0),
      mean: means[at] ?? 0,
    })),
    places,
  };
}

function programmeFor(given: Answered, share: (taken: number) => number) {
  const { people } = given;
  const shown = shownOf(given, (person) => people[person]?.score ?? 0);
  const cells = joined(people.map(({ rest, place, score }) => cell(rest, [shown.places.indexOf(place)], [1], score)));
  const table = { rests: shown.rests, cells };
  const parts = partsOf(shown.classes, { people: people.length, itemCount }, minimum);
  const question = partedQuestion(
    table,
    parts,
    cells.map(({ classes }) => classes[0] ?? -1),
  );
  return { shown, table, programme: classesProgramme(table, [question], { isFree: () => true, shareFor: share }) };
}

describe('the programme of all that is told', () => {
  // Whatever it takes for possible can have been answered, in parts of points: the rules make the same figures of it.
  test('takes nothing for possible that the rules wouldn’t show as it is shown', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom(0, 0.5, 1), (given, times) => {
        const { shown, table, programme } = programmeFor(given, (taken) => times * taken);
        table.cells.forEach((_, at) => {
          for (const sense of ['minimize', 'maximize'] as const) {
            const sums = optimumOf(programme, at, sense);
            if (sums === null) continue;
            const meanOf = (person: number) => {
              const { rest = 0, place = 0 } = given.people[person] ?? {};
              const own = table.cells.findIndex(
                (one) => one.rest === rest && shown.places[one.classes[0] ?? -1] === place,
              );
              return (sums[own] ?? 0) / (table.cells[own]?.scores.length ?? 1);
            };
            const again = shownOf(given, meanOf);
            again.rests.forEach(({ mean }, rest) => expect(mean).toBeCloseTo(shown.rests[rest]?.mean ?? 0, 3));
            again.classes.forEach(({ mean }, place) =>
              expect(Math.abs(mean - (shown.classes[place]?.score ?? 0))).toBeLessThan(0.5 + 1e-3),
            );
          }
        });
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test('holds what was answered', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const { table, programme } = programmeFor(given, (taken) => taken);
        programme.solved(highs, (rangeOf) => {
          table.cells.forEach(({ scores }, at) => {
            const range = rangeOf([at]);
            expect(range?.low).toBeLessThanOrEqual(sumOf(scores) + 1e-3);
            expect(range?.high).toBeGreaterThanOrEqual(sumOf(scores) - 1e-3);
          });
        });
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  test('holds whatever exchanges lead to, which are possible by any rules', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const { table, programme } = programmeFor(given, (taken) => taken);
        const exchanges = new ExchangedSums(table.cells);
        programme.solved(highs, (rangeOf) => {
          table.cells.forEach((_, at) => {
            const { low, high } = exchanges.range([at], [], () => false);
            expect(rangeOf([at])?.low).toBeLessThanOrEqual(low + 1e-3);
            expect(rangeOf([at])?.high).toBeGreaterThanOrEqual(high - 1e-3);
          });
        });
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});

/** The sums of cells where one of them is the least, or the most; null: it can't be worked out. */
function optimumOf(programme: LinearProgramme, cell: number, sense: 'minimize' | 'maximize'): Float64Array | null {
  return highs.withModel(programme.model(), (model) => {
    model.options.set({ output_flag: false });
    model.changeColCost(cell, 1);
    model.changeObjectiveSense(highs.constants.objectiveSense[sense]);
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution().colValue : null;
  });
}
