import { publishedResults } from '#lib/features/result/server/index.ts';
import { maySeeScans, scanList } from '#lib/features/scan/server/index.ts';
import { stepsForToday } from '#lib/features/step-plan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Today } from '../contract.ts';
import { asksOfPlan, newsOfPlan } from './from-plan.ts';
import { asksOfResults, newsOfResults } from './from-results.ts';
import {
  asksOfBeginning,
  asksOfHolders,
  asksOfKeeper,
  asksOfScans,
  newsOfScans,
  waitsForHolders,
} from './from-scans.ts';
import { asksOfWords } from './from-words.ts';
import { maySeeToday } from './policy.ts';

/** What asks something of this reader, most pressing first, and what is good to know. */
export async function todayOf(context: Context): Promise<Today> {
  authorize(context, maySeeToday(context.actor));
  const [scans, results, plan] = await Promise.all([
    maySeeScans(context.actor) ? scanList(context) : [],
    publishedResults(context),
    stepsForToday(context),
  ]);
  const hasResult = results.latest !== null;
  return {
    asks: [
      ...asksOfPlan(context, plan, hasResult),
      ...asksOfHolders(context, scans),
      ...(await asksOfKeeper(context)),
      ...asksOfScans(context, scans),
      ...asksOfResults(context, results, new Set(scans.filter(waitsForHolders).map(({ id }) => id))),
      ...(await asksOfWords(context, results)),
      ...(await asksOfBeginning(context, scans)),
    ],
    news: [...newsOfResults(context, results), ...newsOfPlan(context, plan), ...newsOfScans(context, scans)],
  };
}
