import type { Platform } from '#lib/platform/context/index.ts';
import { scanDirectory } from './store-directory.ts';
import { scanStore } from './store.ts';

/** Every peiling that is open now, in any organisation: for the jobs that go by the clock. */
export async function openScans(platform: Platform): Promise<readonly OpenScan[]> {
  const found: OpenScan[] = [];
  for (const { organisationId } of await scanDirectory(platform.database).organisations()) {
    for (const scan of await scanStore(platform.database.of(organisationId)).openScans())
      found.push({ organisationId, ...scan });
  }
  return found;
}

export interface OpenScan {
  readonly organisationId: string;
  readonly scanId: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reminderOn: readonly string[];
}
