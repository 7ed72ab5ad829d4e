import { hasWorksCouncil } from '#lib/features/organisation/server/index.ts';
import { maySeeScans } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { KeyCeremony } from '../contract.ts';
import { keptKey } from './kept-key.ts';
import { mayKeepOpeningKey, maySeeCeremony } from './policy.ts';
import { scanOfKey } from './scan-of-key.ts';

/** What one needs to know before making a key, and who keeps the one that there is. */
export async function keyCeremony(context: Context, scanId: string): Promise<KeyCeremony> {
  const { actor } = context;
  const scan = await scanOfKey(context, scanId, maySeeCeremony(actor));
  const isDraft = scan.state === 'draft';
  return {
    scan: { id: scan.id, code: scan.code, title: scan.title, isDraft },
    key: await keptKey(context.database, scan.id),
    coordinator: scan.contact.name,
    isStrict: context.anonymity === 'strict',
    mayKeep: isDraft && mayKeepOpeningKey(actor, !(await hasWorksCouncil(context))),
    maySeeScan: maySeeScans(actor),
    address: new URL(context.publicUrl).host,
  };
}
