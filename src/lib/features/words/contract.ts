import type { PassageKind } from '#lib/features/answering/contract.ts';

/** Stands where something was blacked out, as long whatever stood there. */
export const blackMark = '█████';

/** A stretch of an answer: plain, blacked out, or something that may point at somebody. */
export interface Piece {
  readonly text: string;
  readonly kind: 'plain' | 'black' | PassageKind;
}

/** What people wrote in answer to one open question, of the whole organisation; null where too few wrote. In no order. */
export interface WordsOfQuestion {
  readonly questionId: string;
  readonly question: string;
  readonly answers: readonly (readonly Piece[])[] | null;
}

/** The words of a peiling as its readers get them: nothing before somebody has looked them through. */
export type ReadableWords =
  | { readonly state: 'released'; readonly questions: readonly WordsOfQuestion[] }
  | { readonly state: 'waiting'; readonly mayReview: boolean };

/** One answer for whoever looks through them. */
export interface AnswerToReview {
  readonly id: string;
  readonly pieces: readonly Piece[];
  /** What may point at somebody, each once. */
  readonly passages: readonly string[];
}

/** The page on which answers in words are looked through and released. */
export interface WordsReview {
  readonly scan: { readonly id: string; readonly title: string };
  /** `by` is null for words that could be read before there was such a step. */
  readonly released: { readonly by: string | null; readonly on: string } | null;
  readonly questions: readonly {
    readonly questionId: string;
    readonly question: string;
    readonly answers: readonly AnswerToReview[] | null;
  }[];
  readonly answers: number;
  /** Answers with something in it that may point at somebody. */
  readonly pointing: number;
}
