import type { ProfileAnswers, Snapshot, SnapshotInput } from '@lerend/analysis';
import { areaAnswers, scoreOf } from './pages.ts';
import type { AreaAnswers } from './pages.ts';

/** What the page about groups says of one area, with who is in which class, which everybody knows. */
export interface ProfilePages {
  readonly questions: readonly ProfileQuestion[];
  /** Everybody with a score on the area. */
  readonly people: readonly ScoredPerson[];
  /** Of the rules: whether classes at an end are coded. */
  readonly isCoded: boolean;
}

export interface ProfileQuestion {
  /** Which of the classes a person is in, in the order of `people`; null: in none. */
  readonly classOf: readonly (number | null)[];
  readonly scores: readonly number[];
}

export interface ScoredPerson {
  /** In the order of the pages. */
  readonly unit: number;
  /** Their own score, 0–100, which they can tell. */
  readonly score: number;
}

type Groups = Parameters<typeof areaAnswers>[1];

/** As the product shows it: questions that are told on this area. */
export function profilePagesOf(input: SnapshotInput, snapshot: Snapshot, groups: Groups, area: number): ProfilePages {
  const { people, bandsOf } = peopleIn(input, groups, area);
  const questions = (snapshot.profile ?? []).flatMap(({ classes }, question): ProfileQuestion[] => {
    const cells = (classes ?? []).map((one) => ({ ...one, cell: one.areas[area] ?? null }));
    const told = cells.flatMap(({ bands, cell }) => (cell === null ? [] : [{ bands, score: cell.score }]));
    if (told.length === 0) return [];
    return [{ classOf: bandsOf(question).map((band) => classAt(told, band)), scores: told.map(({ score }) => score) }];
  });
  return { questions, people, isCoded: true };
}

/** As many tools show it: every band from five people, exact but for rounding. */
export function thresholdOnlyProfile(input: SnapshotInput, groups: Groups, area: number): ProfilePages {
  const { people, bandsOf } = peopleIn(input, groups, area);
  const questions = (input.profile?.questions ?? []).flatMap(({ bands }, question): ProfileQuestion[] => {
    const own = bandsOf(question);
    const told = Array.from({ length: bands }, (_, band) => {
      const scores = people.flatMap(({ score }, person) => (own[person] === band + 1 ? [score] : []));
      const score = Math.round(scores.reduce((sum, one) => sum + one, 0) / scores.length);
      return { bands: [band + 1], n: scores.length, score };
    }).filter(({ n }) => n >= 5);
    if (told.length === 0) return [];
    return [{ classOf: own.map((band) => classAt(told, band)), scores: told.map(({ score }) => score) }];
  });
  return { questions, people, isCoded: false };
}

function classAt(classes: readonly { readonly bands: readonly number[] }[], band: number): number | null {
  const at = classes.findIndex(({ bands }) => bands.includes(band));
  return at < 0 ? null : at;
}

function peopleIn(input: SnapshotInput, groups: Groups, area: number) {
  const answers: AreaAnswers = areaAnswers(input, groups, area);
  const people = answers.flatMap((rows, unit) =>
    rows.flatMap((row, person) => scoreOf(row).map((score) => ({ unit, person, score }))),
  );
  const bandsOf = (question: number) =>
    people.map(({ unit, person }) => bandOf(input.profile, groups[unit]?.id, person, question));
  return { people, bandsOf };
}

function bandOf(profile: ProfileAnswers | undefined, unitId: string | undefined, person: number, question: number) {
  const block = profile?.rows.find((one) => one.unitId === unitId);
  return block?.bands[person * (profile?.questions.length ?? 0) + question] ?? 0;
}
