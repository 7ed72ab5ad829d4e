/** An answer of the quick try: 1 (nooit) to 5 (altijd). "Weet ik niet" is no answer. */
export type TriedAnswer = 1 | 2 | 3 | 4 | 5;
export type TriedAnswers = Readonly<Record<string, TriedAnswer>>;

/** What the browser keeps for as long as the tab is open; nothing of it is ever sent by itself. */
export interface AnswerKeeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const key = 'lerend-quick-try';

export const isAnswer = (value: unknown): value is TriedAnswer =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5;

/** The answers given earlier in this tab. What isn't an answer to one of these questions is passed over. */
export function keptAnswers(keeper: AnswerKeeper, itemIds: readonly string[]): TriedAnswers {
  let content: unknown;
  try {
    content = JSON.parse(keeper.getItem(key) ?? '{}');
  } catch {
    // Damaged, or the browser keeps nothing: as good as empty.
    return {};
  }
  if (typeof content !== 'object' || content === null) return {};
  const kept = content as Record<string, unknown>;
  return Object.fromEntries(itemIds.flatMap((id) => (isAnswer(kept[id]) ? [[id, kept[id]]] : [])));
}

export function keepAnswers(keeper: AnswerKeeper, answers: TriedAnswers): void {
  try {
    keeper.setItem(key, JSON.stringify(answers));
  } catch {
    // A browser that keeps nothing: the answers stay on the page alone.
  }
}

export function forgetAnswers(keeper: AnswerKeeper): void {
  try {
    keeper.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
