import { setTimeout as wait } from 'node:timers/promises';
import { encodeBallotText, fromBase64url } from '@lerend/ballot';
import type { Answer, FilledBallot, ReceivedBallot } from '@lerend/ballot';
import { makeReady } from '#lib/features/answering/contract.ts';
import type { BallotRequest } from '#lib/features/answering/contract.ts';
import { connectTo, deviceTools, postTo } from '../product/respondent.ts';
import type { BallotLine } from './evidence.ts';
import type { Chance } from './link.ts';

/** Session ÷ arrival gap stays at most this: people hardly ever meet, as in a peiling of weeks. */
const mostSessionPerGap = 0.07;

export interface Person {
  readonly code: string;
  readonly address: string;
  readonly filled: FilledBallot;
}

export interface Answered {
  readonly line: BallotLine;
  readonly ballot: ReceivedBallot & { readonly groupId: string };
  readonly sessionMs: number;
  readonly gapMs: number;
}

/** One after the other, each from an address of their own, in an order that nobody chose. */
export async function everyoneAnswers(
  { port, scanCode }: { readonly port: number; readonly scanCode: string },
  people: readonly Person[],
  chance: Chance,
): Promise<readonly Answered[]> {
  const order = people.map((_, person) => ({ person, place: chance() })).sort((a, b) => a.place - b.place);
  const answered: Answered[] = [];
  for (const { person } of order) {
    const one = people[person];
    if (!one) continue;
    const begin = performance.now();
    const { line, ballot } = await answers(one, { port, scanCode, person });
    const sessionMs = performance.now() - begin;
    // Gaps as of people who come by themselves, none shorter than the bound allows.
    const gapMs = (sessionMs / mostSessionPerGap) * (1 + 0.1 * chance());
    answered.push({ line, ballot, sessionMs, gapMs });
    await wait(gapMs - sessionMs);
  }
  return answered;
}

async function answers(
  { code, address, filled }: Person,
  { port, scanCode, person }: { readonly port: number; readonly scanCode: string; readonly person: number },
): Promise<Pick<Answered, 'line' | 'ballot'>> {
  const connection = connectTo(port, { from: address });
  try {
    const payload = encodeBallotText(filled);
    const toSend = {
      code,
      scanCode,
      fingerprint: '',
      openingKey: 'server',
      sealing: null,
      payload,
      openPayload: null,
    } as const;
    const made = await makeReady(toSend, deviceTools(connection, scanCode));
    if (!made.ok) throw new Error(`No ballot: ${made.refused.sentence}`);
    const { ballot } = made.ready;
    const { status, text } = await postTo(connection, scanCode, 'ballot', ballot);
    if (status !== 200) throw new Error(`The ballot was refused: ${status} ${text}`);
    const requestBytes = Buffer.byteLength(JSON.stringify(ballot));
    return { line: { at: performance.now(), person, requestBytes }, ballot: received(ballot) };
  } finally {
    connection.close();
  }
}

function received({ group, number, prefix, credential, counter, sealed, signature }: BallotRequest) {
  const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
  return {
    groupId: group,
    number: bytes(number),
    prefix: bytes(prefix),
    credential: bytes(credential),
    counter,
    sealed: bytes(sealed),
    signature: bytes(signature),
    sealedOn: 'device' as const,
  };
}

/** What somebody fills in: a mood of their own, some items left open, some "weet ik niet". */
export function fillIn(
  {
    form,
    instrumentVersion,
    itemIds,
  }: { form: FilledBallot['form']; instrumentVersion: string; itemIds: readonly string[] },
  chance: Chance,
): FilledBallot {
  const mood = 1.5 + 3 * chance();
  const [leavesOpen, doesNotKnow] = [0.5 * chance() ** 2, 0.15 * chance()];
  const answers = Object.fromEntries(
    itemIds.flatMap((id): [string, Answer][] => {
      if (chance() < leavesOpen) return [];
      if (chance() < doesNotKnow) return [[id, 'dont-know']];
      const answer = Math.round(mood + 2.5 * (chance() - 0.5));
      return [[id, Math.max(1, Math.min(5, answer)) as Answer]];
    }),
  );
  const first = itemIds[0] ?? '';
  const some = Object.keys(answers).length > 0 ? answers : { [first]: 3 as const };
  return { form, instrumentVersion, language: 'nl', speedBand: 'usual', answers: some };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Units of 5 to 40 people, so many together. */
export function unitSizes(people: number, chance: Chance): readonly number[] {
  const sizes: number[] = [];
  for (let left = people; left > 0;) {
    const wish = 5 + Math.floor(36 * chance());
    const size = left - wish < 5 ? Math.min(left, 40) : wish;
    sizes.push(left - size > 0 && left - size < 5 ? left - 5 : size);
    left = people - sizes.reduce((sum, one) => sum + one, 0);
  }
  return sizes;
}
