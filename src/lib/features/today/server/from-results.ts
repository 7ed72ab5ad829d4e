import type { ResultList } from '#lib/features/result/contract.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Ask, News } from '../contract.ts';
import { todayMessages } from '../messages.ts';

/** A result is news for two months after its peiling closed. */
const newsDays = 60;

/** A peiling that closed and waits to be counted, unless it waits for the holders of its key. */
export function asksOfResults(context: Context, { toFinish }: ResultList, waiting: ReadonlySet<string>): Ask[] {
  const say = todayMessages(context.language);
  return toFinish
    .filter(({ id }) => !waiting.has(id))
    .map((scan) => ({
      key: `count:${scan.id}`,
      sentence: say('count', { title: scan.title }),
      action: say('count-action'),
      href: `/o/${context.database.organisationId}/scan/${scan.id}`,
      by: null,
    }));
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
