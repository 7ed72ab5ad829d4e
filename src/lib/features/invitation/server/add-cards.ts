import { z } from 'zod';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { invitationFaults, invitationMessages } from '../messages.ts';
import { foundOpenScan } from './found-scan.ts';
import { newInvitation } from './new-invitation.ts';
import { mayInvite } from './policy.ts';
import { roomPerUnit } from './room-per-unit.ts';
import { invitationStore } from './store.ts';

const AddCards = z.object({
  scanId: z.uuid('scan-unknown'),
  scanUnitId: z.uuid('unit-missing'),
  count: z.coerce
    .number<string | number>('count-unclear')
    .int('count-unclear')
    .min(1, 'count-unclear')
    .max(500, 'count-unclear'),
  language: z.enum(languages).optional(),
});

/** Extra cards without a name for one unit, up to the people that it had when the peiling opened. */
export async function addCards(context: Context, input: unknown): Promise<{ added: number }> {
  const wish = read(AddCards, input, invitationFaults(context.language));
  authorize(context, mayInvite(context.actor));
  const { scanId, scanUnitId, count } = wish;
  return inTransaction(context, async (inside) => {
    const say = invitationMessages(context.language);
    const store = invitationStore(inside.database);
    await store.lock(scanId);
    const scan = await foundOpenScan(inside, scanId);
    const units = await scanUnits(inside.database, scanId);
    const unit = units.find(({ id }) => id === scanUnitId);
    if (!unit) throw new Refusal(404, say('unit-missing'), 'scanUnitId');
    const room = roomPerUnit([unit], await store.invitations(scanId)).get(scanUnitId) ?? 0;
    if (count > room) throw new Refusal(409, say('cards-beyond', { people: unit.headCount, room }), 'count');
    const language = scan.languages.find((one) => one === wish.language) ?? scan.languages[0] ?? 'nl';
    const cards = Array.from({ length: count }, () =>
      newInvitation(inside.secrets, scanId, {
        scanUnitId,
        channel: 'unnamed-card',
        personId: null,
        language,
        isAddedByHand: true,
      }),
    );
    await store.insertInvitations(cards);
    await audit(inside, 'invitation.cards-added', scanUnitId);
    return { added: count };
  });
}
