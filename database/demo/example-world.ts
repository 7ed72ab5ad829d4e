import {
  enterOrganisation,
  grantAccess,
  organisationTree,
  startOrganisation,
} from '#lib/features/organisation/server/index.ts';
import { addDays, dayOf, settableClock } from '#lib/platform/clock/index.ts';
import type { Context, Platform, Role } from '#lib/platform/context/index.ts';
import { createAccount } from '#lib/platform/sessions/index.ts';
import { cast } from './cast.ts';
import type { OnProgress } from './stage.ts';
import { organisationName } from './tree.ts';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The example while it is being made: one organisation, at whatever day of its past. */
export interface ExampleWorld {
  readonly platform: Platform;
  readonly organisationId: string;
  readonly onProgress: OnProgress;
  /** The calendar day so many days from today; negative is past. A weekend becomes the Friday before it, or ahead the Monday after. */
  readonly day: (daysFromToday: number) => string;
  /** Everything that follows happens on that day, at ten in the morning. */
  readonly goTo: (daysFromToday: number) => void;
  /** What this person may do here, by the same door through which the pages come in. */
  readonly as: (email: string) => Promise<Context>;
  readonly unitId: (name: string) => string;
  /** Reads the units anew, after people were imported. */
  readonly learnUnits: () => Promise<void>;
  readonly grant: (who: {
    name: string;
    email: string;
    role: Role;
    unit?: string | null;
    until?: string;
  }) => Promise<void>;
}

/** Opens the organisation so many days ago. Its mail goes nowhere, and nothing that it does is taken up by the job worker. */
export async function openExampleWorld(
  shared: Platform,
  onProgress: OnProgress,
  startsDaysAgo: number,
): Promise<ExampleWorld> {
  const today = dayOf(shared.clock.now());
  const clock = settableClock(shared.clock.now());
  const platform: Platform = {
    ...shared,
    clock,
    // Nobody keeps a key of an organisation that doesn't exist.
    anonymity: 'usual',
    jobs: { add: () => Promise.resolve() },
    mailer: { canSend: true, sendNow: () => Promise.resolve() },
  };
  const day = (daysFromToday: number): string => workingDay(addDays(today, daysFromToday), daysFromToday > 0);
  const goTo = (daysFromToday: number): void => clock.set(new Date(`${day(daysFromToday)}T09:00:00Z`));
  const accounts = new Map<string, Account>();
  const units = new Map<string, string>();

  goTo(-startsDaysAgo);
  const { name, email } = cast.coordinator;
  const { id } = await createAccount(shared.database, { name, email, language: 'nl' });
  const coordinator = { id, name, email };
  accounts.set(email, coordinator);
  const { organisationId } = await startOrganisation(
    platform,
    coordinator,
    { organisationName, kind: 'example' },
    'nl',
  );

  const as = async (whose: string): Promise<Context> => {
    const account = accounts.get(whose);
    const context = account && (await enterOrganisation(platform, account, organisationId, 'nl'));
    if (!context) throw new Error(`Nobody in the example has the address ${whose}.`);
    return context;
  };
  const unitId = (unit: string): string => {
    const found = units.get(unit);
    if (!found) throw new Error(`The example has no unit called ${unit}.`);
    return found;
  };
  return {
    platform,
    organisationId,
    onProgress,
    day,
    goTo,
    as,
    unitId,
    learnUnits: async () => {
      for (const unit of await organisationTree(await as(cast.coordinator.email))) units.set(unit.name, unit.id);
    },
    grant: async ({ role, unit, until = '', ...who }) => {
      const context = await as(cast.coordinator.email);
      await grantAccess(platform, context, { ...who, role, unitId: unit ? unitId(unit) : '', until });
      const account = await createAccount(shared.database, { ...who, language: 'nl' });
      accounts.set(who.email, { ...who, id: account.id });
    },
  };
}

/** Nobody meets or promises a result at the weekend. */
function workingDay(day: string, isAhead: boolean): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, isAhead ? 2 : -1);
  if (weekday === 0) return addDays(day, isAhead ? 1 : -2);
  return day;
}
