import { scanSetup } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { invitationMessages } from '../messages.ts';

export type FoundScan = NonNullable<Awaited<ReturnType<typeof scanSetup>>>;

/** The peiling of this id, whatever its state. */
export async function foundScan(context: Pick<Context, 'database' | 'language'>, scanId: string): Promise<FoundScan> {
  const scan = await scanSetup(context.database, scanId);
  if (!scan) throw new Refusal(404, invitationMessages(context.language)('scan-unknown'));
  return scan;
}

/** The peiling of this id, as long as people can (or soon can) answer it. */
export async function foundOpenScan(
  context: Pick<Context, 'database' | 'language'>,
  scanId: string,
): Promise<FoundScan> {
  const scan = await foundScan(context, scanId);
  const say = invitationMessages(context.language);
  if (scan.state === 'draft') throw new Refusal(409, say('open-first'));
  if (scan.state !== 'open') throw new Refusal(409, say('already-closed'));
  if (scan.fingerprint === null) throw new Refusal(409, say('keys-first'));
  return scan;
}
