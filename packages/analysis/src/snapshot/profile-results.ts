import {
  bandClassOf,
  codedProfileMeans,
  differenceFromGroups,
  minimumForProfile,
  profileClasses,
  publishForClass,
} from '@lerend/disclosure';
import type { ProfileClass, ProfileClasses } from '@lerend/disclosure';
import { studentTQuantile } from '@lerend/psychometrics';
import type { AreaOfUnits } from './area-results.ts';
import type { AnswerTable } from './answer-table.ts';
import type { ProfileCell, ProfileClassResult, ProfileResult } from './profile-result.ts';
import type { AnswerRows, ProfileAnswers } from './snapshot-input.ts';
import { wholePoints, withoutLastDigits } from './whole-points.ts';

interface Whole {
  readonly table: AnswerTable;
  readonly areas: readonly AreaOfUnits[];
  readonly minimumGroupSize: number;
}

/** Everybody with a class, as numbers in the order of the table's rows; −1: in none that is shown. */
interface Question {
  readonly questionId: string;
  readonly classes: ProfileClasses;
  readonly classOf: Int8Array;
}

/**
 * Per profile question and class the score on each area, for the whole organisation. A question is told on an area when
 * everyone in no class, and each class, is nobody or enough people (`minimumForProfile`), and no class comes so close to
 * people whose figure is known already (rests of units, classes of a question before it) that the difference is of fewer.
 * All of that depends on counts alone. Scores are of the people as they count in the figures of units: the mean of each
 * rest is its coded one, and what is told of classes is coded again (`codedProfileMeans`).
 */
export function profileResults(whole: Whole, answers: readonly AnswerRows[], profile: ProfileAnswers): ProfileResult[] {
  const least = minimumForProfile(whole.minimumGroupSize);
  const asked = profile.questions.map(({ id, bands }, column) => {
    const bandOf = bandsInOrder(answers, profile, column);
    const counts = Array.from({ length: bands + 1 }, () => 0);
    for (const band of bandOf) counts[band] = (counts[band] ?? 0) + 1;
    const classes = profileClasses(counts, least);
    return { questionId: id, question: classes && question(id, classes, bandOf) };
  });
  const told = asked.flatMap((one) => one.question ?? []);
  const cells = whole.areas.map((area) => cellsOfArea(area, told, whole.minimumGroupSize));
  return asked.map(({ questionId, question: one }) => ({
    questionId,
    classes:
      one &&
      one.classes.shown.flatMap(({ bands, people }, place): ProfileClassResult[] => {
        const published = publishForClass({ inClass: people, respondents: whole.table.people, least }, () => people);
        if (published === null) return [];
        return [{ bands, people: published, areas: cells.map((area) => area.get(questionId)?.[place] ?? null) }];
      }),
  }));
}

function question(questionId: string, classes: ProfileClasses, bandOf: Uint8Array): Question {
  const classOfBand = (band: number) => classes.shown.findIndex(({ bands }) => bands.includes(band));
  return { questionId, classes, classOf: Int8Array.from(bandOf, classOfBand) };
}

/** Everyone's band of one question, in the order of the answer table's rows. */
function bandsInOrder(answers: readonly AnswerRows[], { questions, rows }: ProfileAnswers, column: number): Uint8Array {
  const width = questions.length;
  const ofUnit = new Map(rows.map(({ unitId, bands }) => [unitId, bands]));
  const all = new Uint8Array(answers.reduce((sum, { n }) => sum + n, 0));
  let at = 0;
  for (const { unitId, n } of answers) {
    const bands = ofUnit.get(unitId);
    if (bands?.length !== n * width) throw new Error(`unit ${unitId}: not as many profile answers as people`);
    for (let person = 0; person < n; person++) all[at++] = bands[person * width + column] ?? 0;
  }
  return all;
}

type CellsOfQuestion = ReturnType<typeof publishedCells>;

function cellsOfArea(
  area: AreaOfUnits,
  questions: readonly Question[],
  minimumGroupSize: number,
): ReadonlyMap<string, CellsOfQuestion> {
  const people = peopleAsTheyCount(area);
  const cells = new Map<string, CellsOfQuestion>();
  const before: Question[] = [];
  for (const one of questions) {
    if (!people || !mayBeTold(one, people, before, minimumForProfile(minimumGroupSize))) continue;
    cells.set(one.questionId, publishedCells(one, people, area, minimumGroupSize));
    before.push(one);
  }
  return cells;
}

interface People {
  /** Numbers of the table's rows. */
  readonly rows: Int32Array;
  /** Of each: the rest they are in. */
  readonly owners: Int32Array;
  /** Of each: the score that counts. */
  readonly scores: Float64Array;
}

/** Everyone with a score on an area, moved with their rest to its coded mean; null where the whole isn't shown. */
function peopleAsTheyCount({ figures, owners: ownerOf, ownUnits, results }: AreaOfUnits): People | null {
  if ((results[0]?.cell ?? null) === null) return null;
  const { points, direct } = figures;
  const rows = Int32Array.from([...points.keys()].filter((row) => !Number.isNaN(points[row])));
  const unitAt = (row: number) => ownUnits.unit[row] ?? -1;
  const owners = rows.map((row) => ownerOf[unitAt(row)] ?? -1);
  const sums = new Float64Array(ownerOf.length);
  const sizes = new Float64Array(ownerOf.length);
  const coded = new Float64Array(ownerOf.length);
  rows.forEach((row, at) => {
    const owner = owners[at] ?? -1;
    sums[owner] = (sums[owner] ?? 0) + (points[row] ?? 0);
    sizes[owner] = (sizes[owner] ?? 0) + 1;
    coded[owner] = direct.means[unitAt(row)] ?? 0;
  });
  const scores = Float64Array.from(rows, (row, at) => {
    const owner = owners[at] ?? -1;
    return (points[row] ?? 0) + (coded[owner] ?? 0) - (sums[owner] ?? 0) / Math.max(1, sizes[owner] ?? 0);
  });
  return { rows, owners, scores };
}

/** Counts only: never what anybody answered to an item. */
function mayBeTold(one: Question, { rows, owners }: People, before: readonly Question[], least: number): boolean {
  const { shown } = one.classes;
  const classAt = (at: number) => one.classOf[rows[at] ?? -1] ?? -1;
  const sizes = new Float64Array(shown.length + 1);
  for (const at of rows.keys()) sizes[classAt(at) + 1] = (sizes[classAt(at) + 1] ?? 0) + 1;
  const [others = 0, ...inClasses] = sizes;
  if ((others > 0 && others < least) || inClasses.some((people) => people < least)) return false;
  const groupings = [
    (at: number) => owners[at] ?? -1,
    ...before.map((other) => (at: number) => other.classOf[rows[at] ?? -1] ?? -1),
  ];
  return groupings.every((groupOf) =>
    shown.every((_, place) => {
      const groups = new Map<number, { inside: number; outside: number }>();
      for (const at of rows.keys()) {
        const group = groups.get(groupOf(at)) ?? { inside: 0, outside: 0 };
        group[classAt(at) === place ? 'inside' : 'outside']++;
        groups.set(groupOf(at), group);
      }
      const difference = differenceFromGroups(groups.values());
      return difference === 0 || difference >= least;
    }),
  );
}

function publishedCells(one: Question, { rows, scores }: People, { figures }: AreaOfUnits, minimumGroupSize: number) {
  const least = minimumForProfile(minimumGroupSize);
  const places = one.classes.others ? [-1, ...one.classes.shown.keys()] : [...one.classes.shown.keys()];
  const sums = new Map(places.map((place) => [place, { n: 0, sum: 0 }]));
  scores.forEach((score, at) => {
    const own = sums.get(one.classOf[rows[at] ?? -1] ?? -1);
    if (!own) return;
    own.n += 1;
    own.sum += score;
  });
  const means = places.flatMap((place) => {
    const { n = 0, sum = 0 } = sums.get(place) ?? {};
    const rest = { people: n, largestSmallGroup: minimumGroupSize - 1 };
    return n > 0 ? [{ place, rest, mean: Math.min(100, Math.max(0, sum / n)) }] : [];
  });
  const coded = codedProfileMeans(means, figures.columns.length);
  const spread = Math.max(varianceOf(scores), figures.within.variance);
  return one.classes.shown.map((_: ProfileClass, place) => {
    const at = means.findIndex((mean) => mean.place === place);
    const n = means[at]?.rest.people ?? 0;
    return publishForClass({ inClass: n, respondents: rows.length, least }, (): ProfileCell => {
      const halfWidth = studentTQuantile(0.975, rows.length - 1) * Math.sqrt(spread / n + roundingVariance);
      return { n, score: wholePoints(coded[at] ?? 0), band: bandClassOf(withoutLastDigits(halfWidth)) };
    });
  });
}

/** The variance of a uniform error of at most half a point. */
const roundingVariance = 1 / 12;

/** Of everyone together, units included: one number for all classes, so that no band tells how those in one class differ. */
function varianceOf(scores: Float64Array): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return squares / Math.max(1, scores.length - 1);
}
