import { areaOf } from '@lerend/instrument';
import { searchPractices } from '@lerend/planning';
import { proposals } from '#lib/features/step-plan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Choices } from '../contract.ts';
import { conversationOrRefusal } from './conversation-of.ts';
import { mayLeadConversation } from './policy.ts';
import { presentPlacing } from './present.ts';
import { conversationStore } from './store.ts';

/** More than a screen of hits is no choice. */
const mostFound = 12;

/** Three proposals from the findings and the own placing, and what a search in the library finds. */
export async function choicesFor(context: Context, conversationId: string, query: string): Promise<Choices> {
  const row = await conversationOrRefusal(context, conversationId);
  authorize(context, mayLeadConversation(context.actor, row.unitId));
  const placing = presentPlacing(await conversationStore(context.database).placing(row.id));
  const { language } = context;
  const words = query.trim().slice(0, 120);
  const found = words === '' ? [] : searchPractices(words, { language }).slice(0, mostFound);
  return {
    proposals: await proposals(context, row.unitId, { placing }),
    query: words,
    found: found.map((practice) => ({
      practiceId: practice.id,
      area: practice.area,
      areaName: areaOf(practice.area).shortName[language],
      title: practice.title[language],
      summary: practice.summary[language],
    })),
  };
}
