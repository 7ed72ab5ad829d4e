import { decodeBallot } from './decode-ballot.ts';
import type { Answer, BallotFault, BallotForm, BallotLanguage, FilledBallot, SpeedBand } from './ballot.ts';
import { dontKnowCode } from './encode-ballot.ts';
import { shuffle } from './shuffle.ts';
import type { RandomBytes } from './shuffle.ts';

export interface SealedBallot {
  readonly groupId: string;
  readonly payload: Uint8Array;
}

/** What the peiling asked. */
export interface OpeningDefinition {
  readonly form: BallotForm;
  readonly instrumentVersion: string;
  /** Item ids in the order of the columns. */
  readonly itemIds: readonly string[];
  /** In a scan in parts: of each of these sets of items nobody was asked more than so many. */
  readonly drawn?: { readonly most: number; readonly sets: readonly (readonly string[])[] };
  /** Questions about the respondent, that stand among the answers under ids of their own: the answer is a band, from 1. */
  readonly profile?: readonly { readonly id: string; readonly bands: number }[];
}

export type RejectReason =
  BallotFault | 'other-form' | 'other-instrument-version' | 'item-not-asked' | 'more-than-asked' | 'no-answers';

export interface OpenedBlock {
  readonly groupId: string;
  readonly n: number;
  /** Row by row, n × items: 0 left open, 1–5, 9 "weet ik niet". */
  readonly items: Uint8Array;
  /** Row by row, n × profile questions: 0 skipped, else the band. For what is worked out in memory: never to be kept. */
  readonly profile: Uint8Array;
}

export interface OpenedBallots {
  /** Sorted by group id; a group without a counted ballot isn't there. */
  readonly blocks: readonly OpenedBlock[];
  readonly counted: number;
  readonly rejected: { readonly [reason in RejectReason]?: number };
  readonly languages: { readonly [language in BallotLanguage]?: number };
  readonly speedBands: { readonly [band in SpeedBand]?: number };
}

/**
 * Opens ballots: from here on there are rows per group and no ballots. Everything is shuffled before it is looked at, so
 * neither the order of arrival nor that of the numbers survives; language and speed are counted apart from the rows.
 * A ballot that isn't in order is left out and counted under its first fault; the others go on.
 * The same number must not be given twice: keeping only the last of a number is the store's task.
 */
export function openBallots(
  sealed: readonly SealedBallot[],
  definition: OpeningDefinition,
  randomBytes: RandomBytes,
): OpenedBallots {
  const { counted, rejected } = readBallots(sealed, definition, randomBytes);
  return { ...blocksOf(counted, definition), rejected };
}

/** A ballot that counts, in its group. */
interface CountedBallot {
  readonly groupId: string;
  readonly ballot: FilledBallot;
}

/** The ballots that count, in a random order, and how many were left out for which reason. */
export function readBallots<Sealed extends SealedBallot>(
  sealed: readonly Sealed[],
  definition: OpeningDefinition,
  randomBytes: RandomBytes,
): {
  readonly counted: readonly (Sealed & CountedBallot)[];
  readonly rejected: { readonly [reason in RejectReason]?: number };
} {
  const columnOf = columnsOf(definition);
  const rejected: { [reason in RejectReason]?: number } = {};
  const counted = shuffle(sealed, randomBytes).flatMap((one): (Sealed & CountedBallot)[] => {
    const decoded = decodeBallot(one.payload);
    const reason = decoded.ok ? reasonToReject(decoded.ballot, definition, columnOf) : decoded.fault;
    if (reason !== undefined) rejected[reason] = (rejected[reason] ?? 0) + 1;
    return decoded.ok && reason === undefined ? [{ ...one, ballot: decoded.ballot }] : [];
  });
  return { counted, rejected };
}

/** Rows per group, in the order of the ballots; language and speed apart from them. */
export function blocksOf(
  counted: readonly CountedBallot[],
  definition: OpeningDefinition,
): Omit<OpenedBallots, 'rejected'> {
  const columnOf = columnsOf(definition);
  const bandOf = new Map((definition.profile ?? []).map(({ id }, column) => [id, column]));
  const rows = new Map<string, Row[]>();
  const languages: { [language in BallotLanguage]?: number } = {};
  const speedBands: { [band in SpeedBand]?: number } = {};
  for (const { groupId, ballot } of counted) {
    languages[ballot.language] = (languages[ballot.language] ?? 0) + 1;
    speedBands[ballot.speedBand] = (speedBands[ballot.speedBand] ?? 0) + 1;
    const group = rows.get(groupId);
    const row = { items: rowOf(ballot, columnOf), profile: profileOf(ballot, bandOf) };
    if (group) group.push(row);
    else rows.set(groupId, [row]);
  }
  const blocks = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([groupId, group]) => block(groupId, group));
  return { blocks, counted: counted.length, languages, speedBands };
}

function columnsOf({ itemIds }: OpeningDefinition): ReadonlyMap<string, number> {
  return new Map(itemIds.map((id, column) => [id, column]));
}

/** Why a ballot that can be read doesn't belong to this peiling; undefined when it does. */
export function reasonToReject(
  { form, instrumentVersion, answers }: FilledBallot,
  definition: OpeningDefinition,
  columnOf: ReadonlyMap<string, number>,
): RejectReason | undefined {
  if (form !== definition.form) return 'other-form';
  if (instrumentVersion !== definition.instrumentVersion) return 'other-instrument-version';
  const profile = definition.profile ?? [];
  const itemIds = Object.keys(answers).filter((id) => !profile.some((one) => one.id === id));
  if (itemIds.length === 0) return 'no-answers';
  if (!itemIds.every((id) => columnOf.has(id))) return 'item-not-asked';
  if (profile.some(({ id, bands }) => isNumber(answers[id]) && answers[id] > bands)) return 'answer-out-of-range';
  const { most = 0, sets = [] } = definition.drawn ?? {};
  const isTooMuch = sets.some((set) => set.filter((id) => Object.hasOwn(answers, id)).length > most);
  return isTooMuch ? 'more-than-asked' : undefined;
}

/** One ballot as a row of bytes: 0 left open, 1–5, 9 "weet ik niet". */
export function rowOf({ answers }: FilledBallot, columnOf: ReadonlyMap<string, number>): Uint8Array {
  const row = new Uint8Array(columnOf.size);
  for (const [itemId, answer] of Object.entries(answers))
    row[columnOf.get(itemId) ?? columnOf.size] = answer === 'dont-know' ? dontKnowCode : answer;
  return row;
}

interface Row {
  readonly items: Uint8Array;
  readonly profile: Uint8Array;
}

/** Left open and "sla ik over" are the same here. */
function profileOf({ answers }: FilledBallot, bandOf: ReadonlyMap<string, number>): Uint8Array {
  const row = new Uint8Array(bandOf.size);
  for (const [id, column] of bandOf) {
    const answer = answers[id];
    if (isNumber(answer)) row[column] = answer;
  }
  return row;
}

function isNumber(answer: Answer | undefined): answer is Exclude<Answer, 'dont-know'> {
  return typeof answer === 'number';
}

function block(groupId: string, rows: readonly Row[]): OpenedBlock {
  return {
    groupId,
    n: rows.length,
    items: joined(rows.map(({ items }) => items)),
    profile: joined(rows.map(({ profile }) => profile)),
  };
}

function joined(rows: readonly Uint8Array[]): Uint8Array {
  const width = rows[0]?.length ?? 0;
  const all = new Uint8Array(rows.length * width);
  rows.forEach((row, at) => all.set(row, at * width));
  return all;
}
