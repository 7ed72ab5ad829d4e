import { scanSetup } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { openingKeyMessages } from '../messages.ts';

/** The peiling whose key this is about, for who may see that. */
export async function scanOfKey(context: Context, scanId: string, isAllowed: boolean) {
  authorize(context, isAllowed);
  const scan = await scanSetup(context.database, scanId);
  if (!scan) throw new Refusal(404, openingKeyMessages(context.language)('scan-unknown'));
  return scan;
}
