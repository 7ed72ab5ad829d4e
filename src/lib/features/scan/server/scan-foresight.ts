import { chooseForm, foresee, foresightQuestions, literatureAssumptions, seededChance } from '@lerend/analysis';
import { formNames } from '@lerend/instrument';
import { z } from 'zod';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { LastResult, ScanForesight } from '../contract.ts';
import { scanMessages } from '../messages.ts';
import { mayPrepareScan } from './policy.ts';
import { presentForesight } from './present-foresight.ts';
import { ofScan } from './scan-input.ts';
import { scanTree } from './scan-tree.ts';
import { scanStore } from './store.ts';

/** Per cent. A beginning for who has no earlier peiling, and how far low and high lie from what is expected. */
const usualResponse = 60;
const responseMargin = 15;

/** What stands in the address; what doesn't fit is as if it weren't there. */
const Wishes = z.object({
  response: z.coerce.number().int().min(1).max(100).optional().catch(undefined),
  question: z.enum(foresightQuestions).optional().catch(undefined),
  form: z.enum(formNames).optional().catch(undefined),
});

/**
 * What this peiling will be able to show, with the tree as it is now (or as it was frozen) and the response that is
 * expected. `last` comes from the result's door: this feature knows no results. The same question has the same answer:
 * chance is seeded by the peiling.
 */
export async function scanForesight(
  context: Context,
  scanId: string,
  wishes: unknown,
  last: LastResult | null,
): Promise<ScanForesight> {
  authorize(context, mayPrepareScan(context.actor));
  const unknown = new Refusal(404, scanMessages(context.language)('scan-unknown'));
  if (!ofScan.safeParse({ scanId }).success) throw unknown;
  const scan = await scanStore(context.database).scan(scanId);
  // A pilot for research shows nothing of any unit, so there is nothing to foresee.
  if (!scan || scan.kind === 'pilot') throw unknown;
  const units = await scanTree(context, scan);
  const wish = Wishes.parse(wishes);
  const lastPercent = last?.response === undefined ? null : Math.max(1, Math.round(100 * last.response));
  const response = wish.response ?? lastPercent ?? usualResponse;
  const foresight = foresee({
    units: units.map(({ id, parentId, headCount }) => ({ id, parentId, invited: headCount })),
    groupOf: new Map(units.map(({ id, reportingGroupId }) => [id, reportingGroupId])),
    response: {
      low: Math.max(0, response - responseMargin) / 100,
      expected: response / 100,
      high: Math.min(100, response + responseMargin) / 100,
    },
    forms: formNames,
    minimumGroupSize: scan.minimumGroupSize,
    assumptions: last?.assumptions ?? literatureAssumptions,
    chance: seededChance(seedOf(scanId)),
  });
  const question = wish.question ?? 'units';
  const choice = chooseForm(foresight, question);
  if (!choice) throw new Error('there are no forms');
  return presentForesight({
    scan,
    units,
    foresight,
    choice,
    form: wish.form ?? scan.form,
    response: { low: response - responseMargin, expected: response, high: response + responseMargin },
    last: last && { title: last.title, percent: lastPercent },
  });
}

function seedOf(scanId: string): number {
  return Number.parseInt(scanId.replaceAll('-', '').slice(-8), 16);
}
