import { z } from 'zod';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { ScanConsent, ScanPromise, ScanSetup } from '../contract.ts';
import { presentConsent, presentPromise, presentSetup } from './present.ts';
import { scanStore } from './store.ts';

/** How a peiling was set up, for another feature's server that has asked its own policy; null when there is none. */
export async function scanSetup(
  database: OrganisationDatabase,
  scanId: string,
): Promise<
  | (ScanSetup & {
      readonly promise: ScanPromise | null;
      readonly consent: ScanConsent | null;
      readonly organisationName: string;
    })
  | null
> {
  if (!z.uuid().safeParse(scanId).success) return null;
  const store = scanStore(database);
  const row = await store.scan(scanId);
  if (!row) return null;
  return {
    ...presentSetup(row),
    promise: presentPromise(row),
    consent: presentConsent(row),
    organisationName: await store.organisationName(),
  };
}
