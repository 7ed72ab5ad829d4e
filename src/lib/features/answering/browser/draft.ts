import type { Answer, FilledBallot } from '@lerend/ballot';
import { isSealing } from './sealing.ts';
import type { Sealing } from './sealing.ts';

/** What is filled in so far, on the respondent's own device. It leaves the device only as a finished ballot. */
export interface Draft {
  readonly form: string;
  readonly instrumentVersion: string;
  /** The code that the respondent came with; empty until it's known. */
  readonly code: string;
  /** The manifest's fingerprint as it stood in the link; empty for who came without it. */
  readonly fingerprint: string;
  /** Keys and blinded numbers, made at the first send: sending again replaces, never doubles. */
  readonly sealing: Sealing | null;
  readonly step: number;
  /** The items that this person gets, drawn once on this device; null when everyone gets all. */
  readonly asked: readonly string[] | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly words: Readonly<Record<string, string>>;
  /** Milliseconds from one first answer to the next, in no order that leads back to an item. */
  readonly pauses: readonly number[];
}

export type Questionnaire = Pick<FilledBallot, 'form' | 'instrumentVersion'>;

/** What a link or a card brings: the code, and with a link the fingerprint of what was fixed. */
export interface Brought {
  readonly code: string;
  readonly fingerprint: string;
}

export function emptyDraft(
  { form, instrumentVersion }: Questionnaire,
  { code, fingerprint }: Brought,
  asked: readonly string[] | null = null,
): Draft {
  const empty = { step: 0, answers: {}, words: {}, pauses: [], sealing: null };
  return { form, instrumentVersion, code, fingerprint, asked, ...empty };
}

export function withAnswer(draft: Draft, itemId: string, answer: Answer, pause: number): Draft {
  const isFirst = !Object.hasOwn(draft.answers, itemId);
  const pauses = isFirst ? [...draft.pauses, Math.round(pause)].sort((a, b) => a - b) : draft.pauses;
  return { ...draft, answers: { ...draft.answers, [itemId]: answer }, pauses };
}

export function withWords(draft: Draft, questionId: string, text: string): Draft {
  const { [questionId]: _before, ...others } = draft.words;
  return { ...draft, words: text.trim() === '' ? others : { ...others, [questionId]: text } };
}

/** A radio button's value as an answer; undefined when it is none. */
export function answerOf(value: unknown): Answer | undefined {
  if (value === '9' || value === 'dont-know') return 'dont-know';
  return ([1, 2, 3, 4, 5] as const).find((one) => String(one) === String(value));
}

/**
 * The draft to go on with: the kept one, unless it is of another questionnaire, damaged, or of another code than the
 * respondent came with now (then somebody else used this device).
 */
export function restored(kept: string | null, questionnaire: Questionnaire, brought: Brought): Draft | undefined {
  const draft = parseDraft(kept);
  if (!draft || draft.form !== questionnaire.form || draft.instrumentVersion !== questionnaire.instrumentVersion)
    return undefined;
  const { code, fingerprint } = brought;
  if (code !== '' && draft.code !== '' && draft.code !== code) return undefined;
  return { ...draft, code: code || draft.code, fingerprint: fingerprint || draft.fingerprint };
}

/** Whether there is anything in it that one wouldn't want to type again. */
export function isBegun(draft: Draft): boolean {
  return Object.keys(draft.answers).length + Object.keys(draft.words).length > 0;
}

/** A draft of the version before lacks what this one has: it's left behind, as a damaged one is. */
function parseDraft(kept: string | null): Draft | undefined {
  let content: unknown;
  try {
    content = JSON.parse(kept ?? 'null');
  } catch {
    // Something else wrote here: as good as nothing kept.
    return undefined;
  }
  return isDraft(content) ? content : undefined;
}

function isDraft(content: unknown): content is Draft {
  if (typeof content !== 'object' || content === null) return false;
  const draft = content as Partial<Record<keyof Draft, unknown>>;
  return (
    [draft.form, draft.instrumentVersion, draft.code, draft.fingerprint].every((text) => typeof text === 'string') &&
    (draft.sealing === null || isSealing(draft.sealing)) &&
    Number.isInteger(draft.step) &&
    (draft.asked === null || isListOfTexts(draft.asked)) &&
    isRecordOf(
      draft.answers,
      (value) => value === 'dont-know' || (typeof value === 'number' && answerOf(value) !== undefined),
    ) &&
    isRecordOf(draft.words, (value) => typeof value === 'string') &&
    Array.isArray(draft.pauses) &&
    draft.pauses.every((pause) => Number.isFinite(pause))
  );
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRecordOf(value: unknown, isRight: (one: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isRight);
}
