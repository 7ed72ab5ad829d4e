import { grantList, maySeeGrants } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ScanConsent } from '../contract.ts';
import { isKeyOfConsent } from './key-of-draft.ts';
import { presentConsent } from './present.ts';
import type { ScanRow } from './store.ts';

/** The names of who holds the role of works council; undefined for whom may not know who holds what. */
export async function worksCouncil(context: Context): Promise<readonly string[] | undefined> {
  if (!maySeeGrants(context.actor)) return undefined;
  return (await grantList(context)).filter((grant) => grant.role === 'works-council').map((grant) => grant.name);
}

/**
 * The decision about a draft as far as it still counts. Consent counts for the key that it was given with. That there is
 * no works council counts no more once somebody holds the role, unless one of them wrote it down (a representation
 * without that right).
 */
export function standingConsent(draft: ScanRow, council: readonly string[] | undefined): ScanConsent | null {
  const consent = presentConsent(draft);
  if (consent?.decision === 'consent') return isKeyOfConsent(draft) ? consent : null;
  if (consent?.decision !== 'no-works-council' || council === undefined || council.length === 0) return consent;
  return council.includes(consent.by) ? consent : null;
}
