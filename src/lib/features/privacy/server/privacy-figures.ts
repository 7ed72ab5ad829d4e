import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PrivacyFigures } from '../contract.ts';
import { maySeePrivacyFigures } from './policy.ts';
import { privacyStore } from './store.ts';

/** What is kept now, so that anyone here can hold it against what was promised. */
export async function privacyFigures(context: Context): Promise<PrivacyFigures> {
  authorize(context, maySeePrivacyFigures(context.actor));
  const store = privacyStore(context.database);
  const now = context.clock.now();
  const [{ people, withAddress }, { withAccess }, scans, withBallots] = await Promise.all([
    store.people(now),
    store.accounts(now),
    store.scans(),
    store.scansWithBallots(),
  ]);
  const opened = scans.filter(({ state }) => state === 'opened');
  return {
    people: Number(people),
    withAddress: Number(withAddress),
    withAccess: Number(withAccess),
    openScans: scans.length - opened.length,
    openedScans: opened.length,
    openedAndWiped: opened.filter(({ id }) => !withBallots.has(id)).length,
  };
}
