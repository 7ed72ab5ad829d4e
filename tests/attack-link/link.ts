import { createHash } from 'node:crypto';
import { attackers } from './cells.ts';
import type { Cell, Source } from './cells.ts';
import type { Found, FoundBallot, Observed } from './evidence.ts';

/** For each person the number of the row, within their group, that the attacker says is theirs. */
export type Guesses = readonly number[];

/** A number from 0 to below 1. */
export type Chance = () => number;

/**
 * The best that this attacker can do with this design, which they know. From person to ballot: by what the database says
 * of codes, or by the address from which a ballot came and the order in which ballots came. From ballot to row: by
 * reading it; where rows aren't shuffled, by its place among the numbers; where nothing is padded, by its length. Who
 * has nothing guesses.
 */
export async function link(observed: Observed, { variant, attacker, hasKey }: Cell, chance: Chance): Promise<Guesses> {
  const sources: readonly Source[] = attackers[attacker];
  const ballotOf = linkBallots(observed, sources);
  const canRead = hasKey || variant === 'no-sealing';
  const byLength = variant === 'no-padding' ? lengthsOf(observed, sources, ballotOf) : undefined;
  return Promise.all(
    observed.people.map(async ({ groupId }, person) => {
      const rows = observed.rows.get(groupId) ?? [];
      const ballot = ballotOf.get(person);
      const own = ballot && canRead ? await observed.read(ballot, hasKey) : undefined;
      if (own) return pick(rows, (row) => (Buffer.from(row).equals(own) ? 0 : 1), chance);
      if (ballot && variant === 'no-shuffle') return placeAmong(observed, ballot, ballotOf);
      const length = byLength?.get(person);
      if (length !== undefined) return pick(rows, (row) => Math.abs(observed.bytesOf(row) - length), chance);
      return byOrder(observed, person, sources, ballotOf);
    }),
  );
}

/** Each person's ballot, as far as what this attacker has leads to one. */
function linkBallots(observed: Observed, sources: readonly Source[]): ReadonlyMap<number, FoundBallot> {
  const places = (['copies', 'log', 'files'] as const).filter((place) => sources.includes(place));
  const linked = new Map<number, FoundBallot>();
  for (const place of places.toReversed()) {
    const ways = [
      byIssuance(observed, observed[place]),
      ...(sources.includes('addresses') ? [byAddress(observed, observed[place])] : []),
    ];
    for (const way of ways) for (const [person, ballot] of way) linked.set(person, ballot);
  }
  return linked;
}

/** The invitation says for which request its code was used, and a credential says what was signed for it. */
function byIssuance({ people, signedFor }: Observed, { ballots, issuance }: Found): ReadonlyMap<number, FoundBallot> {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const personOf = new Map(people.map(({ codeTag }, person) => [hex(codeTag), person]));
  const requestOf = new Map(issuance.map(({ issueTag, requestDigest }) => [hex(requestDigest), hex(issueTag)]));
  return new Map(
    ballots.flatMap((ballot) => {
      const request = Buffer.from(signedFor(ballot)).toString('base64url');
      const tag = requestOf.get(createHash('sha256').update(request).digest('hex'));
      const person = tag === undefined ? undefined : personOf.get(tag);
      return person === undefined ? [] : [[person, ballot] as const];
    }),
  );
}

/** The first ballot to come from an address is the first ballot to be stored, and so on; if all are there. */
function byAddress({ web }: Observed, { ballots }: Found): ReadonlyMap<number, FoundBallot> {
  if (ballots.length !== web.length) return new Map();
  const lines = web.toSorted((a, b) => a.at - b.at);
  const stored = ballots.toSorted((a, b) => a.order - b.order);
  return new Map(lines.flatMap(({ person }, at) => (stored[at] ? [[person, stored[at]] as const] : [])));
}

/** How long each person's answers are, in bytes: by their request, or else by their ballot. */
function lengthsOf(
  { web, rows, bytesOf }: Observed,
  sources: readonly Source[],
  ballotOf: ReadonlyMap<number, FoundBallot>,
): ReadonlyMap<number, number> {
  const sent = sources.includes('addresses')
    ? web.map(({ person, requestBytes }) => [person, (requestBytes * 3) / 4] as const)
    : Array.from(ballotOf, ([person, { sealed }]) => [person, sealed.length] as const);
  // What else a request holds is the same for all: the middle of what was sent is the middle of what was answered.
  const answered = [...rows.values()].flat().map(bytesOf);
  const rest = median(sent.map(([, bytes]) => bytes)) - median(answered);
  return new Map(sent.map(([person, bytes]) => [person, bytes - rest]));
}

/** The place of a ballot's number among those of its group: the count reads them in that order. */
function placeAmong({ people }: Observed, ballot: FoundBallot, ballotOf: ReadonlyMap<number, FoundBallot>): number {
  const others = people.flatMap((_, person) => ballotOf.get(person) ?? []);
  const before = ({ groupId, number }: FoundBallot) =>
    groupId === ballot.groupId && Buffer.compare(number, ballot.number) < 0;
  return others.filter(before).length;
}

/** Nothing leads anywhere: the rows may stand in the order in which ballots came, of numbers, or of invitations. */
function byOrder(
  observed: Observed,
  person: number,
  sources: readonly Source[],
  ballotOf: ReadonlyMap<number, FoundBallot>,
) {
  const ballot = ballotOf.get(person);
  if (ballot) return placeAmong(observed, ballot, ballotOf);
  const { groupId } = observed.people[person] ?? {};
  const isColleague = (other: number) => observed.people[other]?.groupId === groupId;
  const order = sources.includes('addresses')
    ? observed.web.toSorted((a, b) => a.at - b.at).map((line) => line.person)
    : observed.people.map((_, other) => other);
  return order.filter(isColleague).indexOf(person);
}

/** The row with the least distance; of several, one by lot. */
function pick(rows: readonly Uint8Array[], distanceOf: (row: Uint8Array) => number, chance: Chance): number {
  const distances = rows.map(distanceOf);
  const least = Math.min(...distances);
  const nearest = distances.flatMap((distance, at) => (distance === least ? [at] : []));
  return nearest[Math.floor(chance() * nearest.length)] ?? 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
