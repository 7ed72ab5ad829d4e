import { instrumentVersion } from '@lerend/instrument';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanFaults, scanMessages } from '../messages.ts';
import { newScanCode } from './new-scan-code.ts';
import { mayPrepareScan } from './policy.ts';
import { peopleToAsk } from './people-to-ask.ts';
import { refuseMisfit } from './profile-heads.ts';
import { ScanInput } from './scan-input.ts';
import { scanStore } from './store.ts';

/** Prepares a peiling as a draft. The one to compare with is the last that was counted. */
export async function prepareScan(context: Context, input: unknown): Promise<{ scanId: string }> {
  const wish = read(ScanInput, input, scanFaults(context.language));
  authorize(context, mayPrepareScan(context.actor));
  const createdAt = context.clock.now();
  refusePast(context, wish);
  return inTransaction(context, async (inside) => {
    refuseMisfit(inside, wish.profileHeads, await peopleToAsk(inside));
    const store = scanStore(inside.database);
    const [last] = await store.openedScans();
    const scan = {
      ...wish,
      id: newId(),
      code: newScanCode(),
      instrumentVersion,
      previousScanId: comparedWith(wish, last),
      createdAt,
    };
    await store.insertScan(scan);
    await store.insertAddress(scan.code, scan.id);
    await audit(inside, 'scan.prepared', scan.id);
    return { scanId: scan.id };
  });
}

/** A pilot is compared with nothing. */
export function comparedWith(scan: Pick<ScanInput, 'kind'>, last: { readonly id: string } | undefined): string | null {
  return scan.kind === 'pilot' ? null : (last?.id ?? null);
}

/** A day that has been can't be announced any more. */
export function refusePast(context: Pick<Context, 'clock' | 'language'>, wish: Pick<ScanInput, 'opensOn'>): void {
  if (wish.opensOn < dayOf(context.clock.now()))
    throw new Refusal(422, scanMessages(context.language)('opens-past'), 'opensOn');
}
