import { z } from 'zod';
import { dayOf, endOfDay } from '#lib/platform/clock/index.ts';
import { audit, authorize, grantable, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Grantable, Platform } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { createAccount } from '#lib/platform/sessions/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { isExample } from './is-example.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';

const GrantAccess = z.object({
  name: z.string().trim().min(1, 'name-missing').max(120, 'name-too-long'),
  email: z.email('email-unclear'),
  role: z.enum(grantable, 'role-unclear'),
  unitId: z.union([z.uuid('unit-unknown'), z.literal('')]).default(''),
  until: z.union([z.iso.date('until-unclear'), z.literal('')]).default(''),
});

const rolesOfUnit: ReadonlySet<string> = new Set(['manager', 'member']);

/**
 * Who proposes a peiling doesn't consent to it: the works council's yes is another person's. Nor does its key stay with them:
 * the coordinator holds a share already, and nobody may hold two.
 */
const proposing: ReadonlySet<string> = new Set(['coordinator', 'director']);
const checking: ReadonlySet<string> = new Set(['works-council', 'keeper']);
const areApart = (one: Grantable, other: Grantable): boolean =>
  (checking.has(one) && proposing.has(other)) || (checking.has(other) && proposing.has(one));

/** Names that nobody can own (RFC 2606): whoever plays in the example organisation gives nobody real an account. */
const isReservedAddress = (email: string): boolean => email.toLowerCase().endsWith('.example');

/** Gives somebody a role. Their account is made when they have none; they enter it through a sign-in link. */
export async function grantAccess(platform: Platform, context: Context, input: unknown): Promise<{ grantId: string }> {
  const wish = read(GrantAccess, input, organisationFaults(context.language));
  authorize(context, mayKeepOrganisation(context.actor));
  const say = organisationMessages(context.language);
  const at = context.clock.now();
  if (rolesOfUnit.has(wish.role) && wish.unitId === '') throw new Refusal(422, say('role-needs-unit'), 'unitId');
  if (wish.role === 'adviser' && wish.until === '') throw new Refusal(422, say('adviser-needs-until'), 'until');
  if (wish.until !== '' && wish.until <= dayOf(at)) throw new Refusal(422, say('until-past'), 'until');
  const unitId = rolesOfUnit.has(wish.role) ? wish.unitId : null;
  const units = await organisationStore(context.database).units(at);
  if (unitId !== null && !units.some((unit) => unit.id === unitId))
    throw new Refusal(404, say('unit-unknown'), 'unitId');
  if (!isReservedAddress(wish.email) && (await isExample(platform, context.database.organisationId))) {
    throw new Refusal(422, say('example-needs-reserved-address'), 'email');
  }

  const account = await createAccount(platform.database, {
    name: wish.name,
    email: wish.email,
    language: context.language,
  });
  return inTransaction(context, async (inside) => {
    const store = organisationStore(inside.database);
    await store.lock();
    const held = await store.grantsOf(account.id, context.clock.now());
    const apart = held.find((grant) => areApart(grant.role, wish.role));
    if (apart) {
      const isAboutKey = apart.role === 'keeper' || wish.role === 'keeper';
      throw new Refusal(409, say(isAboutKey ? 'keeper-apart' : 'roles-apart'), 'role');
    }
    const grantId = newId();
    const validUntil = wish.until === '' ? null : endOfDay(wish.until);
    await store.insertGrant({
      id: grantId,
      accountId: account.id,
      role: wish.role,
      unitId,
      validFrom: at,
      validUntil,
    });
    await store.tieToAccounts([{ accountId: account.id, email: wish.email.trim().toLowerCase() }]);
    await audit(inside, 'grant.given', grantId);
    return { grantId };
  });
}
