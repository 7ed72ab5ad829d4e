import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';
import { readSnapshot, unitOf } from './read-snapshot.ts';
import { snapshotForm } from './snapshot-form.ts';
import type { Snapshot } from './snapshot.ts';
import { answersOf, livelyAnswers, peiling, seededChance, unit } from './tests/peiling.ts';

const teams = [unit('top', null), unit('north', 'top'), unit('south', 'top')];

/** Where there is a figure and where not, without what it is. */
function pattern(snapshot: Snapshot): unknown {
  return snapshot.units.map(({ id, respondents, areas }) => ({
    id,
    respondents,
    areas: areas.map((area) => [
      area.cell?.n ?? null,
      area.divided !== null,
      Object.keys(area.onForms),
      area.items.map((item) => item.cell?.n ?? null),
    ]),
  }));
}

describe('the score of a unit', () => {
  test('is the mean of its people, everything below it included, in whole points of 0–100', () => {
    const answers = [
      answersOf('pulse', 'top', 1, () => 5),
      answersOf('pulse', 'north', 6, (person) => (person < 3 ? 2 : 3)),
      answersOf('pulse', 'south', 6, () => 4),
    ];
    const snapshot = makeSnapshot(peiling({ form: 'pulse', units: teams, answers }));
    const trust = (id: string) => unitOf(snapshot, id)?.areas.find((area) => area.areaId === 'trust')?.cell;
    // north: (3 × 25 + 3 × 50) / 6 = 37.5; south: 75; top: (100 + 225 + 450) / 13 = 59.6. One of the two teams makes
    // way for the one person who sits in the top itself.
    expect(trust('top')).toMatchObject({ n: 13, heads: 60, score: 60 });
    // Who works here now, 20 heads in each part: the team that is shown for a third, the rest for two thirds.
    // north shown: 37.5/3 + 2/3 × (100 + 450)/7 = 64.9; south shown: 75/3 + 2/3 × (100 + 225)/7 = 56.0.
    expect(trust('top')?.now.centre).toBe(trust('north') ? 65 : 56);
    expect([trust('north') ?? null, trust('south') ?? null].filter((cell) => cell === null)).toHaveLength(1);
    expect(trust('north') ?? trust('south')).toMatchObject({ n: 6, score: trust('north') ? 38 : 75 });
  });

  test('counts a person who answered at least half of the area, and only there', () => {
    const { areas } = snapshotForm('full');
    const trust = areas.find((area) => area.areaId === 'trust')?.columns ?? [];
    const half = answersOf('full', 'top', 6, (person, column) => {
      const place = trust.indexOf(column);
      if (place < 0) return 3;
      return place < (person === 0 ? 1 : 2) ? 5 : 9;
    });
    const cell = makeSnapshot(peiling({ answers: [half] })).units[0]?.areas.find(
      (area) => area.areaId === 'trust',
    )?.cell;
    // All five gave the highest answer; of five people that is shown as 70, the furthest that a score of five may lie.
    expect(cell).toMatchObject({ n: 5, score: 70 });
  });
});

describe('what a snapshot shows', () => {
  test('depends on who answered what, and never on the answers', () => {
    const seeds = fc.record({ seed: fc.nat(), sizes: fc.array(fc.nat({ max: 16 }), { minLength: 3, maxLength: 3 }) });
    fc.assert(
      fc.property(seeds, ({ seed, sizes }) => {
        const chance = seededChance(seed);
        const answers = teams.map(({ id }, index) => livelyAnswers('full', id, sizes[index] ?? 0, chance));
        const others = answers.map((block) => ({
          ...block,
          items: block.items.map((code) => (code >= 1 && code <= 5 ? 6 - code : code)),
        }));
        expect(pattern(makeSnapshot(peiling({ units: teams, answers: others })))).toEqual(
          pattern(makeSnapshot(peiling({ units: teams, answers }))),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('tells of no few people that they said “weet ik niet”', () => {
    // Of the seven in the top itself, as many as given said so about the one item of trust; the others left it open.
    const dontKnow = (many: number) => {
      const own = answersOf('pulse', 'top', 7, (person, column) =>
        column === trustColumn ? (person < many ? 9 : 0) : 3,
      );
      const north = answersOf('pulse', 'north', 20, () => 4);
      const snapshot = makeSnapshot(peiling({ form: 'pulse', units: teams, answers: [own, north] }));
      return ['top', 'north'].map((id) => {
        const area = unitOf(snapshot, id)?.areas.find(({ areaId }) => areaId === 'trust');
        return { score: area?.cell?.score, item: area?.items[0]?.cell };
      });
    };
    const trustColumn = snapshotForm('pulse').areas.find(({ areaId }) => areaId === 'trust')?.columns[0] ?? -1;
    // With 7 of 27 there and none of 20 below one could subtract. Nobody of the seven answered: they count nowhere.
    expect(dontKnow(7).map(({ score, item }) => [score, item?.n, item?.dontKnow])).toEqual([
      [75, 20, 0],
      [75, 20, 0],
    ]);
    expect(dontKnow(0).map(({ item }) => item?.dontKnow)).toEqual([0, 0]);
  });

  test('leaves no rest under five people in an area, nor under ten in an item', () => {
    const sizes = fc.array(fc.nat({ max: 24 }), { minLength: 3, maxLength: 3 });
    const rest = (counts: readonly (number | undefined)[]) => {
      const [top, north, south] = counts;
      return top === undefined ? 0 : top - (north ?? 0) - (south ?? 0);
    };
    fc.assert(
      fc.property(fc.nat(), sizes, (seed, [own = 0, north = 0, south = 0]) => {
        const chance = seededChance(seed);
        const answers = [own, north, south].map((n, index) => livelyAnswers('full', teams[index]?.id ?? '', n, chance));
        const { units } = makeSnapshot(peiling({ units: teams, answers }));
        for (const at of units[0]?.areas.keys() ?? []) {
          const inArea = rest(units.map(({ areas }) => areas[at]?.cell?.n));
          expect(inArea === 0 || inArea >= 5).toBe(true);
          const inItem = rest(units.map(({ areas }) => areas[at]?.items[0]?.cell?.n));
          expect(inItem === 0 || inItem >= 10).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is nothing for nobody and for four people, and says where to look instead', () => {
    for (const n of [0, 4]) {
      const answers = n === 0 ? [] : [livelyAnswers('full', 'top', n, seededChance(1))];
      const snapshot = makeSnapshot(peiling({ answers }));
      expect(snapshot.units[0]).toMatchObject({
        respondents: null,
        responseBand: null,
        figuresFrom: null,
        strongestItems: [],
      });
      expect(snapshot.findings.map(({ kind }) => kind)).toEqual(['no-figure']);
    }
    const answers = [
      livelyAnswers('full', 'north', 12, seededChance(2)),
      livelyAnswers('full', 'south', 2, seededChance(3)),
    ];
    expect(makeSnapshot(peiling({ units: teams, answers })).units[2]).toMatchObject({
      id: 'south',
      figuresFrom: 'top',
    });
  });

  test('follows a minimum group that was raised, and none that was lowered', () => {
    const answers = [livelyAnswers('full', 'top', 7, seededChance(4))];
    expect(makeSnapshot(peiling({ answers, minimumGroupSize: 8 })).units[0]?.respondents).toBeNull();
    expect(makeSnapshot(peiling({ answers, minimumGroupSize: 2 }))).toMatchObject({ minimumGroupSize: 5 });
  });

  test('has reliability and correlations from two hundred, and says why not before', () => {
    const few = makeSnapshot(peiling({ answers: [livelyAnswers('full', 'top', 199, seededChance(5))] })).whole;
    expect(few).toMatchObject({ reliability: null, correlations: null, undefined: { reliability: 'fewer-than-200' } });
    const enough = makeSnapshot(peiling({ answers: [livelyAnswers('full', 'top', 220, seededChance(5))] })).whole;
    expect(enough.reliability).toHaveLength(11);
    expect(enough.correlations?.matrix[3]?.[3]).toBe(1);
    const pulse = makeSnapshot(
      peiling({ form: 'pulse', answers: [livelyAnswers('pulse', 'top', 240, seededChance(5))] }),
    ).whole;
    expect(pulse).toMatchObject({
      reliability: null,
      distinctness: null,
      undefined: { reliability: 'single-item-areas' },
    });
  });
});

describe('the quality of a measurement', () => {
  test('is never a figure of fewer than two hundred, though each area by itself has as many', () => {
    const { areas } = snapshotForm('full');
    const columnsOf = (id: string) => areas.find(({ areaId }) => areaId === id)?.columns ?? [];
    const [trust, vision] = [columnsOf('trust'), columnsOf('shared-vision')];
    const width = snapshotForm('full').itemIds.length;
    const all = livelyAnswers('full', 'top', 300, seededChance(6));
    const whole = (left: (person: number, column: number) => boolean) =>
      makeSnapshot(
        peiling({
          answers: [
            {
              ...all,
              items: all.items.map((code, at) => {
                const given = code >= 1 && code <= 5 ? code : 3;
                return left(Math.floor(at / width), at % width) ? 0 : given;
              }),
            },
          ],
        }),
      ).whole;
    const omegaOfTrust = (people: number) =>
      whole((person, column) => person >= people && column === trust[0]).reliability?.find(
        ({ areaId }) => areaId === 'trust',
      );
    expect(omegaOfTrust(199)).toMatchObject({ n: 300, alpha: expect.any(Number), omegaTotal: null });
    expect(omegaOfTrust(200)).toMatchObject({ n: 300, omegaTotal: expect.any(Number) });
    // Two hundred and fifty and two hundred and forty-nine people with a score, of whom 199 with both.
    const apart = (overlap: number) =>
      whole(
        (person, column) =>
          (trust.includes(column) && person >= 250) || (vision.includes(column) && person < 250 - overlap),
      ).correlations;
    const pair = (table: ReturnType<typeof apart>) => {
      const at = (id: string) => table?.areaIds.indexOf(id) ?? -1;
      return table?.matrix[at('trust')]?.[at('shared-vision')];
    };
    expect(pair(apart(199))).toBeNull();
    expect(pair(apart(200))).toEqual(expect.any(Number));
  });
});

describe('the document', () => {
  const answers = teams.map(({ id }, index) => livelyAnswers('short', id, 3 + 9 * index, seededChance(index)));

  test('goes through JSON unchanged and is frozen', () => {
    const snapshot = makeSnapshot(peiling({ form: 'short', units: teams, answers }));
    expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    expect(Object.isFrozen(snapshot.units[0]?.areas[0]?.cell)).toBe(true);
    const earlier = { ...snapshot, methodVersion: '2.0.0' };
    expect(readSnapshot(JSON.parse(JSON.stringify(earlier)))).toEqual(earlier);
    expect(() => readSnapshot({ methodVersion: '0.1.0', units: [], findings: [] })).toThrow();
  });

  test('is the same whatever the order of the people, the blocks and the units', () => {
    const width = snapshotForm('short').itemIds.length;
    const turned = answers.toReversed().map((block) => ({
      ...block,
      items: Uint8Array.from(
        Array.from({ length: block.n }, (_, row) => [...block.items.slice(row * width, (row + 1) * width)])
          .reverse()
          .flat(),
      ),
    }));
    const one = makeSnapshot(peiling({ form: 'short', units: teams, answers }));
    const other = makeSnapshot(peiling({ form: 'short', units: teams.toReversed(), answers: turned }));
    for (const { id } of teams) expect(unitOf(other, id)).toEqual(unitOf(one, id));
    expect(other.findings).toEqual(one.findings);
  });

  test('is refused for answers that do not belong to it', () => {
    const make = (blocks: typeof answers) => () =>
      makeSnapshot(peiling({ form: 'short', units: teams, answers: blocks }));
    expect(make([answersOf('full', 'north', 3, () => 3)])).toThrow('not 3 × 22');
    expect(make([answersOf('short', 'west', 3, () => 3)])).toThrow('west');
    expect(make([answersOf('short', 'north', 3, () => 7)])).toThrow('7');
    expect(make([...answers, ...answers])).toThrow('two blocks');
    const circle = [unit('a', 'b'), unit('b', 'a')];
    expect(() => makeSnapshot(peiling({ units: circle }))).toThrow('circle');
  });
});
