import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { contactKinds } from '../contract.ts';
import { contactFaults, contactMessages } from '../messages.ts';
import { mayKeepContacts } from './policy.ts';
import { contactStore } from './store.ts';

const AddContactPerson = z.object({
  kind: z.enum(contactKinds, 'kind-unclear'),
  name: z.string().trim().min(1, 'name-missing').max(120, 'name-too-long'),
  email: z.string().trim().toLowerCase().pipe(z.email('email-unclear')),
  about: z.string().trim().max(300, 'about-too-long').default(''),
});

/** Adds somebody whom people can write to. There is no changing an address: messages never move to another reader. */
export async function addContactPerson(context: Context, input: unknown): Promise<{ contactPersonId: string }> {
  const { about, ...wish } = read(AddContactPerson, input, contactFaults(context.language));
  authorize(context, mayKeepContacts(context.actor));
  return inTransaction(context, async (inside) => {
    const store = contactStore(inside.database);
    const people = await store.people();
    if (people.some((person) => person.email === wish.email))
      throw new Refusal(409, contactMessages(context.language)('email-known'), 'email');
    const contactPersonId = newId();
    await store.insertPerson({ id: contactPersonId, ...wish, about: about === '' ? null : about });
    await audit(inside, 'contact.added', contactPersonId);
    return { contactPersonId };
  });
}
