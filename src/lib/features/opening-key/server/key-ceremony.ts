import { scanOverview } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { KeyCeremony } from '../contract.ts';
import { keptKey } from './kept-key.ts';
import { mayKeepOpeningKey } from './policy.ts';

/** What one needs to know before making a key, and who keeps the one that there is. Whoever sees the peiling sees this. */
export async function keyCeremony(context: Context, scanId: string): Promise<KeyCeremony> {
  const scan = await scanOverview(context, scanId);
  const isDraft = scan.state === 'draft';
  return {
    scan: { id: scan.id, code: scan.code, title: scan.title, isDraft },
    key: await keptKey(context.database, scan.id),
    coordinator: scan.contact.name,
    isStrict: context.anonymity === 'strict',
    mayKeep: isDraft && mayKeepOpeningKey(context.actor, scan.isWithoutWorksCouncil),
    address: new URL(context.publicUrl).host,
  };
}
