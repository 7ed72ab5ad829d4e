import fc from 'fast-check';
import loadHighs from 'highs';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cell, joined } from '../../tests/made-table.ts';
import { codedMean, rangeTold, windowWithoutItems } from '../coding/coded-mean.ts';
import { codedProfileMeans } from '../profile/coded-profile-means.ts';
import { classesProgramme, partedQuestion } from './classes-programme.ts';
import { ExchangedSums } from './exchanged-sums.ts';
import type { AuditedRest } from './audited.ts';
import type { LinearProgramme } from './linear-programme.ts';
import type { PagesOfUnits } from './pages-of-units.ts';
import { partsOf } from './profile-parts.ts';

const minimum = 5;
let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

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
      row: { groupId: `rest ${number}`, people: own.length, mean, range: rangeTold(mean, window), window },
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

/** Of each rest a page of its own, and one of both, in whole points. */
function pagesOf(rests: readonly AuditedRest[]): PagesOfUnits {
  const rounded = (people: number, sum: number) => {
    const score = Math.round(sum / people);
    return { low: people * (score - 0.5), high: people * (score + 0.5) };
  };
  const everybody = sumOf(rests.map(({ people }) => people));
  const own = rests.map(({ people, mean }, rest) => ({
    interval: rounded(people, people * mean),
    leaves: [rest],
    sums: [],
  }));
  const ofAll = rounded(everybody, sumOf(rests.map(({ people, mean }) => people * mean)));
  return { left: own.map(({ interval }) => interval), sums: [...own, { interval: ofAll, leaves: [], sums: [0, 1] }] };
}

const asTaken = (taken: number) => taken;

function programmeFor(given: Answered, share = asTaken, isRounded = false) {
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
  const pages = isRounded ? pagesOf(table.rests) : null;
  const programme = classesProgramme(table, [question], { isFree: () => true, shareFor: share, pages });
  return { shown, table, programme };
}

describe('the programme of all that is told', () => {
  // Whatever it takes for possible can have been answered, in parts of points: the rules make the same figures of it.
  test('takes nothing for possible that the rules wouldn’t show as it is shown', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom(0, 0.5, 1), fc.boolean(), (given, times, isRounded) => {
        const { shown, table, programme } = programmeFor(given, (taken) => times * taken, isRounded);
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
            const byPages = pagesOf(shown.rests).sums;
            again.rests.forEach(({ people: own, mean, range }, rest) => {
              const before = shown.rests[rest];
              expect(range).toEqual(before?.range);
              if (!isRounded) expect(mean).toBeCloseTo(before?.mean ?? 0, 3);
              expect(byPages[rest]?.interval.low).toBeLessThanOrEqual(own * mean + 1e-3);
              expect(byPages[rest]?.interval.high).toBeGreaterThanOrEqual(own * mean - 1e-3);
            });
            const everybody = sumOf(again.rests.map(({ people: own, mean }) => own * mean));
            expect(byPages[2]?.interval.low).toBeLessThanOrEqual(everybody + 1e-3);
            expect(byPages[2]?.interval.high).toBeGreaterThanOrEqual(everybody - 1e-3);
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
        const { table, programme } = programmeFor(given);
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
        const { table, programme } = programmeFor(given);
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
