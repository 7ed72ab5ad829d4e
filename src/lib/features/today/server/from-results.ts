import type { ResultList } from '#lib/features/result/contract.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Ask, News } from '../contract.ts';
import { todayMessages } from '../messages.ts';

/** A result is news for two months after its peiling closed. */
const newsDays = 60;

/** A peiling that closed and waits to be counted, unless it waits for the holders of its key; a result that is held back. */
export function asksOfResults(context: Context, results: ResultList, waiting: ReadonlySet<string>): Ask[] {
  const say = todayMessages(context.language);
  const home = `/o/${context.database.organisationId}`;
  const ask = (kind: 'count' | 'held', scan: { id: string; title: string }, href: string): Ask => ({
    key: `${kind}:${scan.id}`,
    sentence: say(kind, { title: scan.title }),
    action: say(`${kind}-action`),
    href,
    by: null,
  });
  return [
    ...results.heldBack.map((scan) => ask('held', scan, `${home}/result/${scan.id}/audit`)),
    ...results.toFinish
      .filter(({ id }) => !waiting.has(id))
      .map((scan) => ask('count', scan, `${home}/scan/${scan.id}`)),
  ];
}

export function newsOfResults(context: Context, { latest }: ResultList): News[] {
  if (!latest || latest.scan.closesOn < addDays(dayOf(context.clock.now()), -newsDays)) return [];
  const { id, title, heading } = latest.scan;
  return [
    {
      key: `result:${id}`,
      sentence: todayMessages(context.language)('result', { title, heading }),
      href: `/o/${context.database.organisationId}/result/${id}`,
    },
  ];
}
