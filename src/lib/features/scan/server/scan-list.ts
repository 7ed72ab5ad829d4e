import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ScanInList } from '../contract.ts';
import { lacksKeeper, missingForOpening } from './missing-for-opening.ts';
import { maySeeScans } from './policy.ts';
import { peopleToAsk } from './people-to-ask.ts';
import { presentPromise } from './present.ts';
import { keptHeads } from './profile-heads.ts';
import { scanStore } from './store.ts';
import { standingConsent, worksCouncil } from './works-council.ts';

/** All peilingen, the newest first, and what each draft still lacks. */
export async function scanList(context: Context): Promise<readonly ScanInList[]> {
  authorize(context, maySeeScans(context.actor));
  const [people, council] = await Promise.all([peopleToAsk(context), worksCouncil(context)]);
  const today = dayOf(context.clock.now());
  return (await scanStore(context.database).scans()).map((row) => ({
    id: row.id,
    title: row.title,
    form: row.form,
    state: row.state,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    resultOn: row.resultOn,
    isPilot: row.kind === 'pilot',
    openingKey: row.openingKey ?? 'server',
    missing:
      row.state === 'draft'
        ? missingForOpening(
            {
              closesOn: row.closesOn,
              promise: presentPromise(row),
              consent: standingConsent(row, council),
              people,
              profileHeads: keptHeads(row.profileHeads),
              lacksKey: lacksKeeper(context, row),
            },
            today,
          )
        : [],
  }));
}
