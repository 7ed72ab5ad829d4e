import type { Platform } from '#lib/platform/context/index.ts';
import type { PublicScan } from '../contract.ts';
import { readScanCode } from './new-scan-code.ts';
import { presentConsent, presentPromise, presentSetup } from './present.ts';
import { scanDirectory } from './store-directory.ts';
import { scanStore } from './store.ts';

/** Every respondent's request asks for the same peiling: it is read once in so many milliseconds per process. */
const freshFor = 3000;
const mostKept = 1000;

const kept = new Map<string, { readonly until: number; readonly scan: PublicScan }>();

/** The public face of a peiling by the code in its address; null for a draft and for what isn't a peiling. */
export async function scanByCode(platform: Platform, typed: string): Promise<PublicScan | null> {
  const code = readScanCode(typed);
  if (code === null) return null;
  // How old the copy is has nothing to do with the product's clock, which may stand still.
  const now = performance.now();
  const known = kept.get(code);
  if (known && known.until > now) return known.scan;
  const scan = await loadPublicScan(platform, code);
  if (kept.size >= mostKept) kept.clear();
  if (scan) kept.set(code, { until: now + freshFor, scan });
  return scan;
}

/** After a change of state: this process sees it at once, others within the time above. */
export function forgetPublicScan(code: string): void {
  kept.delete(code);
}

async function loadPublicScan(platform: Platform, code: string): Promise<PublicScan | null> {
  const address = await scanDirectory(platform.database).address(code);
  if (!address) return null;
  const store = scanStore(platform.database.of(address.organisationId));
  const [row, organisationName] = await Promise.all([store.scan(address.targetId), store.organisationName()]);
  const promise = row && presentPromise(row);
  const consent = row && presentConsent(row);
  if (!row || row.state === 'draft' || !promise || !consent) return null;
  const { id, previousScanId: _previousScanId, reminderOn: _reminderOn, ...setup } = presentSetup(row);
  return {
    ...setup,
    ...promise,
    state: row.state,
    consent,
    scanId: id,
    organisationId: address.organisationId,
    organisationName,
  };
}
