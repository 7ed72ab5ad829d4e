import { z } from 'zod';
import { audit, contextOf } from '#lib/platform/context/index.ts';
import type { Actor, Platform } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { organisationStore } from './store.ts';

const StartOrganisation = z.object({
  organisationName: z.string().trim().min(1, 'organisation-name-missing').max(120, 'name-too-long'),
  kind: z.enum(['own', 'example']).default('own'),
});

/** Starts an organisation with its first unit (itself) and its first coordinator, all or nothing. With `isFirst` only when there is none yet. */
export async function startOrganisation(
  platform: Platform,
  coordinator: { id: string; name: string; email: string },
  input: unknown,
  language: Language,
  { isFirst = false } = {},
): Promise<{ organisationId: string }> {
  const { organisationName, kind } = read(StartOrganisation, input, organisationFaults(language));
  const organisationId = newId();
  const at = platform.clock.now();
  await platform.database.of(organisationId).transaction(async (database) => {
    const store = organisationStore(database);
    if (isFirst) {
      await store.lockFirstStart();
      if (await store.hasOwnOrganisation()) throw new Refusal(409, organisationMessages(language)('start-closed'));
    }
    await store.insertOrganisation({ id: organisationId, name: organisationName, kind, language, createdAt: at });
    await store.insertUnit({
      id: newId(),
      parentId: null,
      name: organisationName,
      headCount: null,
      position: 0,
      validFrom: at,
    });
    await store.insertGrant({
      id: newId(),
      accountId: coordinator.id,
      role: 'coordinator',
      unitId: null,
      validFrom: at,
      validUntil: null,
    });
    const context = contextOf(platform, { organisationId, actor: coordinatorActor(coordinator), language });
    await audit({ ...context, database }, 'organisation.started', organisationId);
  });
  return { organisationId };
}

function coordinatorActor(account: { id: string; name: string; email: string }): Actor {
  return {
    accountId: account.id,
    name: account.name,
    email: account.email,
    personId: null,
    roles: new Set(['coordinator']),
    leads: new Set(),
    belongsTo: new Set(),
    keepsKeys: false,
  };
}
