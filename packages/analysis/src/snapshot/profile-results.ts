import { bandClassOf, codedProfileMeans, minimumForProfile, profileClasses, publishForClass } from '@lerend/disclosure';
import type { ProfileClass, ProfileClasses } from '@lerend/disclosure';
import { studentTQuantile } from '@lerend/psychometrics';
import type { AreaOfUnits } from './area-results.ts';
import { mayBeTold, peopleAsTheyCount } from './profile-people.ts';
import type { ProfilePeople, ProfileQuestionClasses } from './profile-people.ts';
import type { AnswerTable } from './answer-table.ts';
import type { ProfileCell, ProfileClassResult, ProfileResult } from './profile-result.ts';
import type { AnswerRows, ProfileAnswers } from './snapshot-input.ts';
import { roundingVariance, wholePoints, withoutLastDigits } from './whole-points.ts';

interface Whole {
  readonly table: AnswerTable;
  readonly areas: readonly AreaOfUnits[];
  readonly minimumGroupSize: number;
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

function question(questionId: string, classes: ProfileClasses, bandOf: Uint8Array): ProfileQuestionClasses {
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
  questions: readonly ProfileQuestionClasses[],
  minimumGroupSize: number,
): ReadonlyMap<string, CellsOfQuestion> {
  const people = peopleAsTheyCount(area);
  const cells = new Map<string, CellsOfQuestion>();
  const before: ProfileQuestionClasses[] = [];
  for (const one of questions) {
    if (!people || !mayBeTold(one, people, before, minimumForProfile(minimumGroupSize))) continue;
    cells.set(one.questionId, publishedCells(one, people, area, minimumGroupSize));
    before.push(one);
  }
  return cells;
}

function publishedCells(
  one: ProfileQuestionClasses,
  { rows, scores }: ProfilePeople,
  { figures }: AreaOfUnits,
  minimumGroupSize: number,
) {
  const least = minimumForProfile(minimumGroupSize);
  const places = one.classes.others ? [-1, ...one.classes.shown.keys()] : [...one.classes.shown.keys()];
  const sums = new Float64Array(one.classes.shown.length + 1);
  const sizes = new Float64Array(sums.length);
  scores.forEach((score, at) => {
    const place = (one.classOf[rows[at] ?? -1] ?? -1) + 1;
    sums[place] = (sums[place] ?? 0) + score;
    sizes[place] = (sizes[place] ?? 0) + 1;
  });
  const means = places.flatMap((place) => {
    const n = sizes[place + 1] ?? 0;
    const rest = { people: n, largestSmallGroup: minimumGroupSize - 1 };
    return n > 0 ? [{ place, rest, mean: Math.min(100, Math.max(0, (sums[place + 1] ?? 0) / n)) }] : [];
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

/** Of everyone together, units included: one number for all classes, so that no band tells how those in one class differ. */
function varianceOf(scores: Float64Array): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return squares / Math.max(1, scores.length - 1);
}
