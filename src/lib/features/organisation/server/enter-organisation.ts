import { contextOf } from '#lib/platform/context/index.ts';
import type { Actor, Context, Grantable, Platform, Role } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { organisationStore } from './store.ts';

type Account = { readonly id: string; readonly name: string; readonly email: string };

/** Who this account is in this organisation; null when it has no grant there now. */
export async function enterOrganisation(
  platform: Platform,
  account: Account,
  organisationId: string,
  language: Language,
): Promise<Context | null> {
  if (!isId(organisationId)) return null;
  const store = organisationStore(platform.database.of(organisationId));
  const now = platform.clock.now();
  const [grants, units, person] = await Promise.all([
    store.grantsOf(account.id, now),
    store.units(now),
    store.personOfAccount(account.id),
  ]);
  if (grants.length === 0) return null;
  const actor: Actor = {
    accountId: account.id,
    name: account.name,
    email: account.email,
    personId: person?.id ?? null,
    roles: new Set(grants.flatMap(({ role, unitId }) => (unitId === null && role !== 'keeper' ? [role] : []))),
    leads: below(units, unitsOf(grants, 'manager')),
    belongsTo: above(units, [...unitsOf(grants, 'member'), ...unitsOf(grants, 'manager')]),
    keepsKeys: grants.some(({ role }) => role === 'keeper'),
  };
  return contextOf(platform, { organisationId, actor, language });
}

/** The organisations in which this account has a grant now. */
export async function organisationsOf(
  platform: Platform,
  accountId: string,
): Promise<readonly { id: string; name: string; kind: 'own' | 'example' }[]> {
  const now = platform.clock.now();
  return platform.database.everyone
    .selectFrom('grant')
    .innerJoin('organisation', 'organisation.id', 'grant.organisationId')
    .select(['organisation.id', 'organisation.name', 'organisation.kind'])
    .distinct()
    .where('grant.accountId', '=', accountId)
    .where('grant.validFrom', '<=', now)
    .where((eb) => eb.or([eb('grant.validUntil', 'is', null), eb('grant.validUntil', '>', now)]))
    .orderBy('organisation.name')
    .execute();
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

function unitsOf(grants: readonly { role: Grantable; unitId: string | null }[], role: Role): string[] {
  return grants.flatMap((grant) => (grant.role === role && grant.unitId !== null ? [grant.unitId] : []));
}

type Unit = { readonly id: string; readonly parentId: string | null };

function below(units: readonly Unit[], roots: readonly string[]): Set<string> {
  const reached = new Set(roots);
  for (let grew = true; grew;) {
    grew = false;
    for (const unit of units) {
      if (unit.parentId === null || reached.has(unit.id) || !reached.has(unit.parentId)) continue;
      reached.add(unit.id);
      grew = true;
    }
  }
  return reached;
}

function above(units: readonly Unit[], leaves: readonly string[]): Set<string> {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const reached = new Set<string>();
  for (const leaf of leaves) {
    for (let id: string | null = leaf; id !== null && !reached.has(id); id = parentOf.get(id) ?? null) reached.add(id);
  }
  return reached;
}
