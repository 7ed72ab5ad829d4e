import type { ResultList } from '#lib/features/result/contract.ts';
import { wordsWaiting } from '#lib/features/words/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Ask } from '../contract.ts';
import { todayMessages } from '../messages.ts';

/** What people wrote, which nobody reads before somebody has looked it through: for whoever may do that. */
export async function asksOfWords(context: Context, { results }: ResultList): Promise<Ask[]> {
  const say = todayMessages(context.language);
  const asks: Ask[] = [];
  for (const result of results) {
    const count = await wordsWaiting(context, result);
    if (count === 0) continue;
    asks.push({
      key: `words:${result.id}`,
      sentence: say('words', { count, title: result.title }),
      action: say('words-action', { count }),
      href: `/o/${context.database.organisationId}/result/${result.id}/words`,
      by: null,
    });
  }
  return asks;
}
