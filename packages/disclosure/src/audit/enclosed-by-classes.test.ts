import loadHighs from 'highs';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cell, joined, row, tellingAll } from '../../tests/made-table.ts';
import { auditPeiling } from './audit-peiling.ts';
import type { AuditedPeiling, AuditedProfile, AuditedTable } from './audited.ts';
import { enclosedByClasses } from './enclosed-by-classes.ts';
import { targetSets } from './target-sets.ts';

const minimum = 5;
let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/*
 * North has six people and a post of four, and says 73; south 24 and 50; east 20 and 40. Class one is three of north and seventeen of
 * south, and says 29: together 590 at most. So the others of both, among them the post, have 730 + 1,200 − 590 = 1,340 at least. Seven of
 * them are of south, with 700 at most: so seven of north have 640 of 700, and the post 340 of 400.
 */
const table: AuditedTable = {
  rests: [row('north', 10, 73), row('south', 24, 50), row('east', 20, 40)],
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
      closest(
        enclosedByClasses(...onlyQuestion(twoQuestions, tableOfTwo, question), tellingAll(tableOfTwo), minimum, highs),
      ),
    );
    expect(Math.min(...alone)).toBeGreaterThanOrEqual(2);
    expect(closest(enclosedByClasses(twoQuestions, tableOfTwo, tellingAll(tableOfTwo), minimum, highs))).toBeLessThan(
      0.2,
    );
  });

  test('find a small unit that is spread over classes, of which each is known by itself', () => {
    // Ten of one rest: six in class two, and of a post of four two in each of the others. The ten in every other cell say nothing new.
    const cells = [
      cell(0, [2], [6], 300),
      cell(0, [0], [0, 2], 100),
      cell(0, [1], [0, 2], 100),
      ...[0, 1, 2].map((place) => cell(1, [place], [10], 500)),
    ];
    const rests = [row('one', 10, 50), row('two', 30, 50)];
    const questions = [
      [
        { people: 12, score: 50 },
        { people: 12, score: 50 },
        { people: 16, score: 50 },
      ],
    ];
    const all = { rests, cells };
    const sets = targetSets(all, tellingAll(all).left, { questions: 1, minimum });
    const post = sets.find(({ whole, part }) => whole.join() === '1,2' && part.length === 0);
    expect(post?.targets.map(({ kind, people }) => [kind, people])).toContainEqual(['small-group', 4]);
    expect(
      enclosedByClasses({ ...profile, people: 40, score: 50, questions }, all, tellingAll(all), minimum, highs),
    ).not.toEqual([]);
  });

  test('count beside the pages, where a row encloses people by itself: what these allow of it, at its end or not', () => {
    // Four of two small units, of a rest of six that lies beyond its end: by its row they are left 1.5 steps.
    const beyond = { ...row('one', 6, 75), range: { low: 75, high: 100 }, window: { low: 25, high: 75 } };
    const all: AuditedTable = {
      rests: [beyond, row('two', 20, 50)],
      cells: [
        cell(0, [0], [2, 2], 320),
        cell(0, [1], [0, 0, 2], 180),
        cell(1, [0], [10], 500),
        cell(1, [1], [10], 500),
      ],
    };
    const told = {
      ...profile,
      people: 26,
      score: 56,
      questions: [
        [
          { people: 14, score: 56 },
          { people: 12, score: 55 },
        ],
      ],
    };
    const stepsWith = (low: number) => {
      const [first, second] = tellingAll(all).left;
      const pages = {
        left: [{ low, high: 600 }, second ?? { low: 0, high: 0 }],
        sums: [{ interval: { low, high: first?.high ?? 0 }, leaves: [0], sums: [] }],
      };
      return enclosedByClasses(told, all, pages, minimum, highs)
        .filter(({ kind, people }) => kind === 'small-group' && people === 4)
        .map(({ steps }) => steps);
    };
    const wide = stepsWith(380);
    expect(wide.length).toBeGreaterThan(0);
    expect(Math.min(...wide)).toBeGreaterThanOrEqual(2);
    // Where the pages tell the row as well, they are left to whoever looks at these.
    expect(stepsWith(445)).toEqual([]);
  });

  test('leave nobody open without a solver but whom exchanges do', () => {
    const without = enclosedByClasses(twoQuestions, tableOfTwo, tellingAll(tableOfTwo), minimum, null);
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
  rests: [row('one', 10, 50), row('two', 20, 50)],
  cells: [cell(0, [0, 0], [4], 200), cell(0, [1, 1], [6], 300), cell(1, [0, 1], [10], 500), cell(1, [1, 0], [10], 500)],
};

function onlyQuestion(all: AuditedProfile, { rests, cells }: AuditedTable, question: number) {
  const own = cells.map((one) => ({ ...one, classes: one.classes.slice(question, question + 1) }));
  return [
    { ...all, questions: all.questions.slice(question, question + 1) },
    { rests, cells: joined(own) },
  ] as const;
}
