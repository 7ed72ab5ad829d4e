import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';

const WithdrawGrant = z.object({ grantId: z.uuid('grant-unknown') });

/** Ends a grant as of now; it stays in the record. The last coordinator without an end can't leave the house without a key. */
export async function withdrawGrant(context: Context, input: unknown): Promise<void> {
  const { grantId } = read(WithdrawGrant, input, organisationFaults(context.language));
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  await inTransaction(context, async (inside) => {
    const store = organisationStore(inside.database);
    await store.lock();
    const at = context.clock.now();
    const grants = await store.grants(at);
    const grant = grants.find((candidate) => candidate.id === grantId);
    if (!grant) throw new Refusal(404, say('grant-unknown'));
    const keepers = grants.filter(
      ({ id, role, validUntil }) => role === 'coordinator' && validUntil === null && id !== grantId,
    );
    if (grant.role === 'coordinator' && keepers.length === 0) throw new Refusal(409, say('last-coordinator'));
    await store.endGrant(grantId, at);
    await audit(inside, 'grant.withdrawn', grantId);
  });
}
