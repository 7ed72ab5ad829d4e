import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ScanDraftFields } from '../contract.ts';
import { scanMessages } from '../messages.ts';
import { mayPrepareScan } from './policy.ts';

/** Two weeks to get promise and consent, two weeks to answer, a reminder halfway and one just before the end. */
const days = { opensOn: 14, closesOn: 28, reminderOn: [21, 26] };

/** Long enough to study the rows and to check the study. */
const daysOfResearch = 730;

/** What the form of a new peiling begins with. */
export function suggestedScan(context: Context, kind: 'regular' | 'pilot' = 'regular'): ScanDraftFields {
  authorize(context, mayPrepareScan(context.actor));
  const today = dayOf(context.clock.now());
  const opensOn = addDays(today, days.opensOn);
  const month = new Date(`${opensOn}T12:00:00Z`);
  return {
    title: scanMessages(context.language)(`suggested-title-${kind}`, { month }),
    form: 'full',
    languages: [context.language],
    opensOn,
    closesOn: addDays(today, days.closesOn),
    reminderOn: days.reminderOn.map((day) => addDays(today, day)),
    minimumGroupSize: 5,
    introduction: null,
    profileQuestions: [],
    profileHeads: {},
    research: kind === 'pilot' ? { researcher: '', keptUntil: addDays(today, days.closesOn + daysOfResearch) } : null,
    contact: { name: context.actor.name, email: context.actor.email ?? '' },
  };
}
