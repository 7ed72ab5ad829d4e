import type { Highs } from 'highs';
import { auditedPeiling, makeSnapshot, seededChance, withGroupsHeldBack } from '@lerend/analysis';
import type { Snapshot, SnapshotInput } from '@lerend/analysis';
import { auditPeiling } from '@lerend/disclosure';
import { restsKnown } from './attack-area.ts';
import { attackProfile } from './attack-profile.ts';
import { attackRest } from './attack-rest.ts';
import type { Colleague, CountedRest, Found } from './attack-rest.ts';
import { makeOrganisation } from './make-organisation.ts';
import { makeProfile } from './make-profile.ts';
import { areaAnswers, pagesOf, thresholdOnlyPages } from './pages.ts';
import type { AreaAnswers, AreaPages } from './pages.ts';
import { profilePagesOf, thresholdOnlyProfile } from './profile-pages.ts';
import type { ProfilePages } from './profile-pages.ts';
import { rowsOfTable } from './table-as-printed.ts';

/** Whom one attacker got at. */
export interface Attacked {
  readonly targets: number;
  readonly reached: number;
  /** The narrowest enclosure, in steps of the five. */
  readonly narrowest: number;
}

/** What became of one way of showing: how much is hidden, and whom each attacker got at. */
export interface Outcome {
  readonly figures: number;
  readonly hidden: number;
  /** Who reads all pages of every area. */
  readonly pages: Attacked;
  /** Who reads the page about groups as well, one question at a time. */
  readonly profile: Attacked;
}

/** One line of the attack: one organisation, both its peilingen. */
export interface AttackLine {
  readonly organisation: number;
  readonly form: string;
  readonly units: number;
  readonly people: number;
  /** Of results that the audit lets through. */
  readonly ours: Outcome & {
    /** Who is handed the table of which every figure is made. */
    readonly table: Attacked;
    /** Who lays all profile questions side by side. */
    readonly questions: Attacked;
  };
  /** Results that the audit holds back, and whom any of these attackers would have got at in them. */
  readonly heldBack: HeldBack;
  /** Results that it lets through without the page about groups, and whom an attacker would have got at by that page. */
  readonly groupsHeldBack: HeldBack;
  readonly thresholdOnly: Outcome;
  /** What the audit looked at. */
  readonly auditTargets: number;
  /** Units shown twice with lists that differ by one to four, and of how many the product shows a change all the same. */
  readonly differing: { readonly units: number; readonly changesShown: number };
  /** Of scores shown both ways: how many points the coding moved them, on average and at most. */
  readonly moved: { readonly scores: number; readonly mean: number; readonly most: number };
}

interface HeldBack {
  readonly peilingen: number;
  readonly enclosed: number;
  readonly reached: number;
}

/** As the rule: nothing lies within less than two steps. */
const leastSteps = 2 - 1e-4;
const mostColleagues = 4;

interface Peiling {
  readonly input: SnapshotInput;
  readonly snapshot: Snapshot;
}

export async function attackOrganisation(highs: Highs, organisation: number): Promise<AttackLine> {
  const { first, second, rosterDifference } = makeOrganisation(seededChance(10_000 + organisation));
  const chance = seededChance(20_000 + organisation);
  const before = peilingOf({ ...first, profile: makeProfile(first, chance) });
  const previous = { snapshot: before.snapshot, rosterDifference };
  const peilingen = [before, peilingOf({ ...second, profile: makeProfile(second, chance), previous })];
  const attacked = await Promise.all(peilingen.map((peiling) => attackPeiling(highs, peiling)));
  return {
    organisation,
    form: first.form,
    units: first.units.length,
    people: first.units.reduce((total, { invited }) => total + invited, 0),
    ours: oursOf(attacked),
    heldBack: heldBackOf(attacked, 'result'),
    groupsHeldBack: heldBackOf(attacked, 'groups'),
    thresholdOnly: {
      ...shownIn(attacked.flatMap(({ naive }) => naive)),
      pages: attackedIn(attacked.flatMap(({ naivePages }) => naivePages)),
      profile: attackedIn(attacked.flatMap(({ naiveProfile }) => naiveProfile)),
    },
    auditTargets: attacked.reduce((total, { audit }) => total + audit.targets, 0),
    differing: differingIn(before.snapshot, peilingen.at(-1)?.snapshot, rosterDifference),
    moved: movedIn(attacked.flatMap(({ own, naive }) => movesOf(own, naive))),
  };
}

const peilingOf = (input: SnapshotInput): Peiling => ({ input, snapshot: makeSnapshot(input) });

type AttackedPeiling = Awaited<ReturnType<typeof attackPeiling>>;

/** Every attacker on every area, as the product shows it and with a threshold only. */
async function attackPeiling(highs: Highs, { input, snapshot }: Peiling) {
  const audited = auditedPeiling(input, snapshot);
  const { groups } = audited;
  const audit = await auditPeiling(audited);
  const withoutGroups = await auditPeiling(auditedPeiling(input, withGroupsHeldBack(snapshot)));
  const [own, naive] = [pagesOf(input, snapshot), thresholdOnlyPages(input, snapshot)];
  const found = own.map((pages, area) => {
    const answers = areaAnswers(input, groups, area);
    const colleagues = colleaguesIn(answers);
    const reading = (rests: readonly CountedRest[]) => rests.flatMap(({ known }) => attackRest(known, colleagues));
    const [read, naiveRead] = [restsKnown(highs, pages), restsKnown(highs, naive[area] ?? pages)];
    const profile = profilePagesOf(input, snapshot, groups, area);
    const byQuestion = (of: ProfilePages, rests: readonly CountedRest[]) =>
      of.questions.flatMap((question) => attackProfile(highs, { ...of, questions: [question] }, rests));
    return {
      pages: reading(read),
      table: reading(rowsOfTable(pages, answers)),
      profile: byQuestion(profile, read),
      questions: profile.questions.length > 1 ? attackProfile(highs, profile, read) : [],
      naivePages: reading(naiveRead),
      naiveProfile: byQuestion(thresholdOnlyProfile(input, groups, area), naiveRead),
    };
  });
  const all = (which: keyof (typeof found)[number]) => found.flatMap((one) => one[which]);
  return {
    own,
    naive,
    audit,
    heldBack: audit.enclosed === 0 ? null : withoutGroups.enclosed === 0 ? ('groups' as const) : ('result' as const),
    pages: all('pages'),
    table: all('table'),
    profile: all('profile'),
    questions: all('questions'),
    naivePages: all('naivePages'),
    naiveProfile: all('naiveProfile'),
  };
}

function oursOf(attacked: readonly AttackedPeiling[]): AttackLine['ours'] {
  const published = attacked.filter(({ heldBack }) => heldBack !== 'result');
  const withGroups = published.filter(({ heldBack }) => heldBack === null);
  const all = (which: 'pages' | 'table' | 'profile' | 'questions') =>
    attackedIn((which === 'pages' || which === 'table' ? published : withGroups).flatMap((one) => one[which]));
  return {
    ...shownIn(published.flatMap(({ own }) => own)),
    pages: all('pages'),
    table: all('table'),
    profile: all('profile'),
    questions: all('questions'),
  };
}

function heldBackOf(attacked: readonly AttackedPeiling[], what: 'result' | 'groups'): HeldBack {
  const own = attacked.filter(({ heldBack }) => heldBack === what);
  const found = own.flatMap(({ pages, table, profile, questions }) => [...pages, ...table, ...profile, ...questions]);
  return {
    peilingen: own.length,
    enclosed: own.reduce((total, { audit }) => total + audit.enclosed, 0),
    reached: attackedIn(found).reached,
  };
}

function shownIn(pages: readonly AreaPages[]): Pick<Outcome, 'figures' | 'hidden'> {
  const figures = pages.flatMap(({ scores, items }) => [...scores, ...items.flatMap(({ cells }) => cells)]);
  return { figures: figures.length, hidden: figures.filter((figure) => figure === null).length };
}

function attackedIn(found: readonly Found[]): Attacked {
  const widths = found.map(({ low, high }) => high - low);
  return {
    targets: found.length,
    reached: widths.filter((width) => width < leastSteps).length,
    narrowest: rounded(widths.reduce((least, width) => Math.min(least, width), 4)),
  };
}

/** Per unit those whose own answers say most of the others': the highest and the lowest, and two more. */
function colleaguesIn(answers: AreaAnswers): Colleague[] {
  return answers.flatMap((rows, unit) => {
    const complete = rows.filter((row) => row.every((answer) => answer > 0));
    const sumOf = (row: readonly number[]) => row.reduce((sum, answer) => sum + answer, 0);
    const sorted = complete.toSorted((a, b) => sumOf(a) - sumOf(b));
    const places = [0, sorted.length - 1, Math.floor(sorted.length / 2), Math.floor(sorted.length / 4)];
    return [...new Set(places)].slice(0, mostColleagues).flatMap((at) => {
      const row = sorted[at];
      return row ? [{ unit, answers: row }] : [];
    });
  });
}

/** The change that could be taken off two results by hand, where the lists differ by a few. */
function differingIn(
  before: Snapshot,
  after: Snapshot | undefined,
  rosterDifference: { readonly [sourceUnitId: string]: number },
): AttackLine['differing'] {
  const differ = (after?.units ?? []).filter(({ sourceUnitId, areas }) => {
    const few = rosterDifference[sourceUnitId] ?? 0;
    const isShownBefore = before.units.some(
      (unit) => unit.sourceUnitId === sourceUnitId && unit.areas.some(({ cell }) => cell !== null),
    );
    return few > 0 && few < 5 && isShownBefore && areas.some(({ cell }) => cell !== null);
  });
  const changesShown = differ.filter(({ areas }) =>
    areas.some(({ change }) => change !== null && change.kind !== 'not-comparable'),
  ).length;
  return { units: differ.length, changesShown };
}

function movesOf(own: readonly AreaPages[], naive: readonly AreaPages[]): number[] {
  return own.flatMap(({ scores }, area) =>
    scores.flatMap((score, unit) => {
      const exact = naive[area]?.scores[unit] ?? null;
      return score !== null && exact !== null ? [Math.abs(score - exact)] : [];
    }),
  );
}

function movedIn(moves: readonly number[]): AttackLine['moved'] {
  return {
    scores: moves.length,
    mean: rounded(moves.reduce((sum, one) => sum + one, 0) / Math.max(1, moves.length)),
    most: Math.max(0, ...moves),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
