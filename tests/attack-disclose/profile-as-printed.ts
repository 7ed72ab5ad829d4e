import type { Cell } from './attack-profile.ts';
import type { CountedRest } from './attack-rest.ts';
import type { Bounds, LinearProgramme, Term } from './linear-programme.ts';
import type { ProfilePages, ProfileQuestion } from './profile-pages.ts';
import { hair, minimum } from './rules-as-printed.ts';

const halfPoint = 0.5;
interface Known {
  readonly pages: ProfilePages;
  readonly rests: readonly CountedRest[];
  readonly cells: readonly Cell[];
}

interface ClassOfPeople {
  readonly n: number;
  readonly score: number | null;
  /** Of their scores, everybody moved with their rest. */
  readonly terms: readonly Term[];
}

/**
 * The scores of the classes of one question, as METHOD says that they are made: everybody's score, moved by its rest's coded
 * less true mean; each class kept within its window; what one gives up taken by the others (how they divide it is left
 * open here, where there are several).
 */
export function constrainClasses(
  programme: LinearProgramme,
  known: Known,
  question: ProfileQuestion,
  at: number,
): void {
  const classes = classesOf(known, question, at);
  // Whoever gives something up, one class is left at an end of its window: where none is seen there, nothing was moved.
  const mayBeMoved =
    known.pages.isCoded && classes.some((one) => one.score === null || isAt(one, 'low') || isAt(one, 'high'));
  if (mayBeMoved) constrainMoved(programme, classes, `q${at}`);
  else for (const one of classes) within(programme, one, one.terms, aboutScore(one));
}

function constrainMoved(programme: LinearProgramme, classes: readonly ClassOfPeople[], prefix: string): void {
  const largest = 100 * classes.reduce((sum, { n }) => sum + n, 0);
  const isUpwards = programme.variable(`${prefix}upwards`, 0, 1, true);
  const given: Term[] = [];
  const taken: Term[] = [];
  classes.forEach((one, place) => {
    const name = `${prefix}c${place}`;
    const { excess, kept } = keptInWindow(programme, one, name, largest);
    const take = programme.variable(`${name}taken`, -100 * one.n, 100 * one.n);
    // Only in one direction, and never past the window.
    programme.within(
      [
        [1, take],
        [-largest, isUpwards],
      ],
      { low: -largest, high: 0 },
    );
    within(programme, one, [...kept, [1, take]], windowOf(one.n));
    within(programme, one, [...kept, [1, take]], aboutScore(one));
    given.push([1, excess]);
    taken.push([-1, take]);
  });
  programme.within([...given, [-largest, isUpwards]], { low: -largest, high: 0 });
  // Where nobody has room left, something may be taken by nobody.
  const isFull = (end: keyof Bounds) => classes.every((one) => one.score === null || isAt(one, end));
  const left = { low: isFull('low') ? -Infinity : -hair, high: isFull('high') ? Infinity : hair };
  programme.within([...given, ...taken], left);
}

/** What a class gives up so that its mean lies within its window, and what is left of its sum. */
function keptInWindow(programme: LinearProgramme, one: ClassOfPeople, name: string, largest: number) {
  const { n, terms } = one;
  const end = windowOf(n);
  const [most, least] = [n * (100 - end.high), -n * end.low];
  const up = programme.variable(`${name}up`, 0, 1, true);
  const down = programme.variable(`${name}down`, 0, 1, true);
  const excess = programme.variable(`${name}given`, least, most);
  programme.within(
    [
      [1, up],
      [1, down],
    ],
    { low: 0, high: 1 },
  );
  programme.within(
    [
      [1, excess],
      [-most, up],
    ],
    { low: -Infinity, high: 0 },
  );
  programme.within(
    [
      [1, excess],
      [-least, down],
    ],
    { low: 0, high: Infinity },
  );
  const kept: Term[] = [...terms, [-1, excess], ...withinScale(programme, name, n, { excess, most, least })];
  within(programme, one, kept, end);
  // Only at an end is anything given up.
  programme.within([...kept, [-largest, up]], { low: n * end.high - hair - largest, high: Infinity });
  programme.within([...kept, [largest, down]], { low: -Infinity, high: n * end.low + hair + largest });
  return { excess, kept };
}

/** A class whose people were moved past the end of the scale counts as lying at it. */
function withinScale(
  programme: LinearProgramme,
  name: string,
  n: number,
  { excess, most, least }: { excess: string; most: number; least: number },
): Term[] {
  const past = (side: 'over' | 'under') => {
    const by = programme.variable(`${name}${side}`, 0, 100 * n);
    const isPast = programme.variable(`${name}is${side}`, 0, 1, true);
    programme.within(
      [
        [1, by],
        [-100 * n, isPast],
      ],
      { low: -Infinity, high: 0 },
    );
    if (side === 'over')
      programme.within(
        [
          [1, excess],
          [least - most, isPast],
        ],
        { low: least, high: Infinity },
      );
    else
      programme.within(
        [
          [1, excess],
          [most - least, isPast],
        ],
        { low: -Infinity, high: most },
      );
    return by;
  };
  return [
    [-1, past('over')],
    [1, past('under')],
  ];
}

function within(programme: LinearProgramme, { n }: ClassOfPeople, terms: readonly Term[], mean: Bounds): void {
  programme.within(terms, { low: n * mean.low - hair, high: n * mean.high + hair });
}

const aboutScore = ({ score }: ClassOfPeople): Bounds =>
  score === null ? { low: -Infinity, high: Infinity } : { low: score - halfPoint, high: score + halfPoint };

function isAt({ n, score }: ClassOfPeople, end: keyof Bounds): boolean {
  return score !== null && Math.abs(score - windowOf(n)[end]) <= halfPoint + hair;
}

const windowOf = (people: number): Bounds => {
  const end = (50 * Math.max(3, minimum - 1)) / people;
  return { low: end, high: 100 - end };
};

function classesOf({ rests, cells }: Known, { scores }: ProfileQuestion, question: number): ClassOfPeople[] {
  const places = [null, ...scores.keys()];
  return places.flatMap((place): ClassOfPeople[] => {
    const inside = cells.filter(({ classes }) => classes[question] === place);
    const n = inside.reduce((sum, { people }) => sum + people.length, 0);
    if (n === 0) return [];
    const weights = new Map(inside.map(({ name }) => [name, 1]));
    const add = (name: string, weight: number) => weights.set(name, (weights.get(name) ?? 0) + weight);
    for (const cell of inside) {
      const counted = rests[cell.rest];
      if (counted === undefined || !isMoved(counted)) continue;
      const share = cell.people.length / counted.known.rest.people;
      add(codedSumOf(cell.rest), share);
      for (const other of cells.filter(({ rest }) => rest === cell.rest)) add(other.name, -share);
    }
    const terms = [...weights].map(([name, weight]): Term => [weight, name]);
    return [{ n, score: place === null ? null : (scores[place] ?? null), terms }];
  });
}

/** Only a rest that stands at an end of its window can count as something else than what was answered. */
export const isMoved = ({ known, codedSum }: CountedRest): boolean =>
  known.sum.low < codedSum.low - 1 || known.sum.high > codedSum.high + 1;

/** What the sum of such a rest is as it counts. */
export const codedSumOf = (rest: number): string => `coded${rest}`;
