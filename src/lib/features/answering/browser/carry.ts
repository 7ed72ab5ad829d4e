import { fromBase64url, parseInvitationCode, toBase64url } from '@lerend/ballot';
import { answerOf, emptyDraft, isBegun } from './draft.ts';
import type { Draft, Questionnaire } from './draft.ts';
import { plainText } from './open-payload.ts';
import { textBehindHash } from './read-code.ts';
import type { BallotKeys, Sealing } from './sealing.ts';

/** What makes the rest of an address a draft, and of which version. Code and fingerprint stand before it, as in a link. */
const mark = 'd1';
const between = '~';
const within = '.';
const openAnswer = '0';

/** A draft behind the # of an address: no server sees it there. */
export interface Carried {
  readonly hash: string;
  /** Whether the answers in words are in it. */
  readonly hasWords: boolean;
}

/**
 * The draft as the respondent carries it to another device of theirs: code, fingerprint, answers in the order of the
 * page, words, and the keys when there are any. `most`: characters that fit; words that don't are left out, and what
 * doesn't fit without them either is undefined. The proof isn't carried: the same keys get the same one again.
 */
export function carriedDraft(draft: Draft, itemIds: readonly string[], most: number): Carried | undefined {
  const { code, fingerprint, step, asked, answers, words, pauses, sealing } = draft;
  const parts = [
    code,
    fingerprint,
    mark,
    String(step),
    itemIds.map((id) => answerCode(answers[id])).join(''),
    asked === null ? '' : itemIds.map((id) => (asked.includes(id) ? '1' : '0')).join(''),
    pauses.map((pause) => Math.round(pause / 100).toString(36)).join(within),
    sealing === null ? '' : sealingText(sealing),
  ];
  const hasAny = Object.keys(words).length > 0;
  const withWords = [...parts, hasAny ? toBase64url(new TextEncoder().encode(JSON.stringify(words))) : ''].join(
    between,
  );
  if (withWords.length <= most) return { hash: withWords, hasWords: true };
  const withoutWords = [...parts, ''].join(between);
  return withoutWords.length <= most ? { hash: withoutWords, hasWords: false } : undefined;
}

/** The draft behind the # of an address; undefined when there is none, or one of another questionnaire. */
export function broughtDraft(
  hash: string,
  questionnaire: Questionnaire,
  itemIds: readonly string[],
): Draft | undefined {
  const parts = textBehindHash(hash).split(between);
  const [
    typed = '',
    fingerprint = '',
    version,
    step = '',
    given = '',
    asked = '',
    pauses = '',
    sealing = '',
    words = '',
  ] = parts;
  const code = parseInvitationCode(typed);
  if (version !== mark || !code.ok || given.length !== itemIds.length || !/^[0-59]*$/.test(given)) return undefined;
  const answers = itemIds.flatMap((id, at) => {
    const answer = answerOf(given[at]);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  const draft: Draft = {
    ...emptyDraft(questionnaire, { code: code.code, fingerprint }),
    step: /^\d{1,2}$/.test(step) ? Number(step) : 0,
    asked: asked.length === itemIds.length ? itemIds.filter((_, at) => asked[at] === '1') : null,
    answers: Object.fromEntries(answers),
    words: wordsIn(words),
    pauses: pauses === '' ? [] : pauses.split(within).flatMap((pause) => milliseconds(pause)),
    sealing: sealingIn(sealing),
  };
  return isBegun(draft) ? draft : undefined;
}

function answerCode(answer: Draft['answers'][string] | undefined): string {
  if (answer === undefined) return openAnswer;
  return answer === 'dont-know' ? '9' : String(answer);
}

function milliseconds(tenths: string): number[] {
  const pause = Number.parseInt(tenths, 36) * 100;
  return Number.isFinite(pause) ? [pause] : [];
}

function wordsIn(text: string): Draft['words'] {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(text)));
    const entries = Object.entries(content as Record<string, unknown>);
    return Object.fromEntries(
      entries.flatMap(([id, word]) => (typeof word === 'string' ? [[id, plainText(word)]] : [])),
    );
  } catch {
    // Nothing, or damaged on the way: the answers are there still.
    return {};
  }
}

function sealingText({ place, counter, ballot, words }: Sealing): string {
  const keys = (of: BallotKeys) => [of.number, of.privateKey, of.seed];
  const head = [place.scanId, place.groupId, place.openingKey, String(counter)];
  return [...head, ...keys(ballot), ...(words ? keys(words) : [])].join(within);
}

function sealingIn(text: string): Sealing | null {
  const [scanId, groupId, openingKey, counter, ...keys] = text.split(within);
  const keysAt = (from: number): BallotKeys | null => {
    const [number, privateKey, seed] = keys.slice(from, from + 3);
    return number && privateKey && seed ? { number, privateKey, seed, proof: null } : null;
  };
  const ballot = keysAt(0);
  if (!scanId || !groupId || !openingKey || !counter || !ballot) return null;
  return { place: { scanId, groupId, openingKey }, counter: Number(counter) || 0, ballot, words: keysAt(3) };
}
