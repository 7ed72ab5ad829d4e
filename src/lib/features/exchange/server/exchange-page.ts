import { fewestAnswersToShare } from '@lerend/analysis';
import type { Aggregate } from '@lerend/analysis';
import { areas, formNames } from '@lerend/instrument';
import { isExample } from '#lib/features/organisation/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { AggregatePreview, ExchangePage } from '../contract.ts';
import { aggregate, sharedResults, textOf } from './aggregate.ts';
import { mayExchange } from './policy.ts';
import { exchangeStore, poolIn } from './store.ts';

const mostPreviews = 4;

/** What would leave, before anything does, and which pool is here. */
export async function exchangePage(platform: Platform, context: Context): Promise<ExchangePage> {
  authorize(context, mayExchange(context.actor));
  const results = (await sharedResults(context)).slice(0, mostPreviews);
  const row = await exchangeStore(context.database).keptPool();
  const pool = row && poolIn(row);
  const previews: AggregatePreview[] = [];
  for (const { id, title } of results) {
    const leaving = await aggregate(context, id);
    previews.push({ scanId: id, scanTitle: title, leaves: leaving && present(leaving, context) });
  }
  return {
    previews,
    poolHere:
      row && pool
        ? {
            organisations: pool.organisations,
            years: pool.years,
            importedOn: dayOf(row.importedAt),
            by: row.importedBy,
          }
        : null,
    fewestAnswers: fewestAnswersToShare,
    isExample: await isExample(platform, context.database.organisationId),
  };
}

function present(leaving: Aggregate, { language }: Context): AggregatePreview['leaves'] {
  const forms = formNames.filter((form) => leaving.scores[form] !== undefined);
  return {
    form: leaving.form,
    year: leaving.year,
    answers: leaving.answers,
    forms,
    areas: areas.map(({ code, shortName }) => ({
      name: shortName[language],
      scores: forms.map((form) => leaving.scores[form]?.[code] ?? null),
    })),
    hasCorrelations: leaving.correlations !== undefined,
    text: textOf(leaving),
  };
}
