import { minimumForProfile, profileClasses, publishForClass, publishResponse } from '@lerend/disclosure';
import type { ProfileClasses, Published } from '@lerend/disclosure';
import type { AreaOfUnits } from './area-results.ts';
import { bandsInOrder } from './profile-bands.ts';
import { publishedCells } from './profile-cells.ts';
import { mayBeTold, peopleAsTheyCount } from './profile-people.ts';
import type { ProfileQuestionClasses } from './profile-people.ts';
import type { AnswerTable } from './answer-table.ts';
import type { ProfileClassResult, ProfileResult, ProfileWeighting, WeightedScore } from './profile-result.ts';
import type { AnswerRows, ProfileAnswers } from './snapshot-input.ts';
import { headsOfClasses, weightedScore } from './weighted-score.ts';
import type { WeighingQuestion } from './weighted-score.ts';

interface Whole {
  readonly table: AnswerTable;
  readonly areas: readonly AreaOfUnits[];
  readonly minimumGroupSize: number;
}

interface TellableQuestion extends ProfileQuestionClasses {
  /** Known people per shown class; null where they are not known, or can't be right. */
  readonly heads: readonly number[] | null;
}

export interface ProfileOutcome {
  readonly profile: readonly ProfileResult[];
  /** Absent where nobody said how many people are in the bands. */
  readonly weighting?: ProfileWeighting;
}

/**
 * Per profile question and class the score on each area, for the whole organisation. A question is told on an area when
 * everyone in no class, and each class, is nobody or enough people (`minimumForProfile`), and no class comes so close to
 * people whose figure is known already (rests of units, classes of a question before it) that the difference is of fewer.
 * All of that depends on counts alone. Scores are of the people as they count in the figures of units: the mean of each
 * rest is its coded one, and what is told of classes is coded again (`codedProfileMeans`).
 */
export function profileResults(whole: Whole, answers: readonly AnswerRows[], profile: ProfileAnswers): ProfileOutcome {
  const least = minimumForProfile(whole.minimumGroupSize);
  const asked = profile.questions.map(({ id, bands, heads }, column) => {
    const bandOf = bandsInOrder(answers, profile, column);
    const counts = Array.from({ length: bands + 1 }, () => 0);
    for (const band of bandOf) counts[band] = (counts[band] ?? 0) + 1;
    const classes = profileClasses(counts, least);
    return { questionId: id, heads, counts, question: classes && question(id, { classes, bandOf, heads, counts }) };
  });
  const told = asked.flatMap((one) => one.question ?? []);
  const areas = whole.areas.map((area) => areaByProfile(area, told, whole.minimumGroupSize));
  const results = asked.map(({ questionId, question: one, heads, counts }): ProfileResult => ({
    questionId,
    classes:
      one &&
      one.classes.shown.flatMap(({ bands, people }, place): ProfileClassResult[] => {
        const published = publishForClass({ inClass: people, respondents: whole.table.people, least }, () => people);
        if (published === null) return [];
        return [{ bands, people: published, areas: areas.map(({ cells }) => cells.get(questionId)?.[place] ?? null) }];
      }),
    ...(heads
      ? { response: heads.map((people, at) => ({ people, response: publishResponse(people, counts[at + 1] ?? 0) })) }
      : {}),
  }));
  if (!profile.questions.some(({ heads }) => heads)) return { profile: results };
  const questionIds = profile.questions.flatMap(({ id }) =>
    areas.some(({ weighted, weighing }) => weighted !== null && weighing.includes(id)) ? [id] : [],
  );
  return { profile: results, weighting: { questionIds, areas: areas.map(({ weighted }) => weighted) } };
}

function question(
  questionId: string,
  {
    classes,
    bandOf,
    heads,
    counts,
  }: {
    readonly classes: ProfileClasses;
    readonly bandOf: Uint8Array;
    readonly heads: readonly number[] | undefined;
    readonly counts: readonly number[];
  },
): TellableQuestion {
  const classOfBand = (band: number) => classes.shown.findIndex(({ bands }) => bands.includes(band));
  return {
    questionId,
    classes,
    classOf: Int8Array.from(bandOf, classOfBand),
    heads: headsOfClasses(classes.shown, heads, counts),
  };
}

type CellsOfQuestion = ReturnType<typeof publishedCells>;

interface AreaByProfile {
  readonly cells: ReadonlyMap<string, CellsOfQuestion>;
  readonly weighted: Published<WeightedScore> | null;
  /** The questions that it is weighted by. */
  readonly weighing: readonly string[];
}

function areaByProfile(
  area: AreaOfUnits,
  questions: readonly TellableQuestion[],
  minimumGroupSize: number,
): AreaByProfile {
  const people = peopleAsTheyCount(area);
  const whole = area.results[0]?.cell ?? null;
  const cells = new Map<string, CellsOfQuestion>();
  if (people === null || whole === null) return { cells, weighted: null, weighing: [] };
  const before: ProfileQuestionClasses[] = [];
  const weighing: WeighingQuestion[] = [];
  for (const one of questions) {
    if (!mayBeTold(one, people, before, minimumForProfile(minimumGroupSize))) continue;
    const own = publishedCells(one, people, area, minimumGroupSize);
    cells.set(one.questionId, own);
    before.push(one);
    const shown = own.filter((cell) => cell !== null);
    if (one.heads && shown.length === own.length) weighing.push({ one, heads: one.heads, cells: shown });
  }
  const weighted = weightedScore(whole, people, weighing);
  return { cells, weighted, weighing: weighing.map(({ one }) => one.questionId) };
}
