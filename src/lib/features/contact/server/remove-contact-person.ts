import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { contactFaults, contactMessages } from '../messages.ts';
import { mayKeepContacts } from './policy.ts';
import { contactStore } from './store.ts';

const RemoveContactPerson = z.object({ contactPersonId: z.uuid('person-unknown') });

/** Takes a contact person away, and with them every message that was written to them. */
export async function removeContactPerson(context: Context, input: unknown): Promise<void> {
  const { contactPersonId } = read(RemoveContactPerson, input, contactFaults(context.language));
  authorize(context, mayKeepContacts(context.actor));
  await inTransaction(context, async (inside) => {
    const removed = await contactStore(inside.database).removePerson(contactPersonId);
    if (!removed) throw new Refusal(404, contactMessages(context.language)('person-unknown'));
    await audit(inside, 'contact.removed', contactPersonId);
  });
}
