import type { OpeningKeyKind } from '#lib/features/manifest/contract.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { ScanState } from '../contract.ts';
import { scanStore } from './store.ts';

/** Every peiling by its key, for another feature's server that has asked its own policy. */
export async function scanKeys(database: OrganisationDatabase): Promise<
  readonly {
    readonly id: string;
    readonly title: string;
    readonly state: ScanState;
    readonly opensOn: string;
    readonly closesOn: string;
    readonly openingKey: OpeningKeyKind;
  }[]
> {
  return (await scanStore(database).scans()).map(({ id, title, state, opensOn, closesOn, openingKey }) => ({
    id,
    title,
    state,
    opensOn,
    closesOn,
    openingKey: openingKey ?? 'server',
  }));
}
