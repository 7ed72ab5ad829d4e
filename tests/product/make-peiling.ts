import { beginHere, confirmImport, grantAccess, previewImport } from '#lib/features/organisation/server/index.ts';
import { makeGroupKeys } from '#lib/features/manifest/server/index.ts';
import { invitationCodes, inviteEveryone } from '#lib/features/invitation/server/index.ts';
import { openScan, prepareScan, recordConsent, recordPromise, scanSetup } from '#lib/features/scan/server/index.ts';
import type { FormName } from '@lerend/instrument';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { entered } from './with-app.ts';
import type { Account, App } from './with-app.ts';

export interface OwnOrganisation {
  readonly organisationId: string;
  readonly account: Account;
  readonly password: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

const password = 'een lang wachtwoord voor metingen';

/** An organisation whose one account prepares, promises and reads: so that everything can be done by it. */
export async function startedOrganisation(app: App): Promise<OwnOrganisation> {
  const { signedIn, organisationId } = await beginHere(app.platform, app.signIn, {
    setupCode: app.setupCode,
    input: { organisationName: 'De Meetlat', name: 'Noor Bakker', email: 'noor.bakker@meetlat.example', password },
    language: 'nl',
  });
  const account = { id: signedIn.accountId, name: 'Noor Bakker', email: 'noor.bakker@meetlat.example' };
  await grantAccess(app.platform, await entered(app, account, organisationId), {
    name: account.name,
    email: account.email,
    role: 'director',
  });
  return { organisationId, account, password, cookie: signedIn.cookie };
}

/** People in `departments` × `teams` units, without mail addresses unless given, read from a list as a coordinator would bring it. */
export async function importPeople(
  context: Context,
  {
    departments,
    teams,
    people,
    emails = [],
  }: { departments: number; teams: number; people: number; emails?: readonly string[] },
): Promise<void> {
  const rows = Array.from({ length: departments * teams * people }, (_, at) => {
    const team = Math.floor(at / people);
    return `Medewerker ${at + 1};Afdeling ${Math.floor(team / teams) + 1} > Team ${team + 1};${emails[at] ?? ''}`;
  });
  const bytes = new TextEncoder().encode(['naam;onderdeel;mailadres', ...rows].join('\n'));
  const { draftId } = await previewImport(context, { name: 'mensen.csv', bytes });
  await confirmImport(context, { draftId });
}

export interface OpenPeiling {
  readonly scanId: string;
  /** The code in the address. */
  readonly code: string;
  readonly form: FormName;
  readonly instrumentVersion: string;
  /** One for everyone who was invited. */
  readonly invitations: readonly { readonly code: string; readonly scanUnitId: string }[];
}

/** A peiling that was prepared and promised; it waits for consent and a key. */
export async function draftedPeiling(
  context: Context,
  form: FormName,
  pilot: { readonly researcher: string; readonly rowsKeptUntil: string } | null = null,
): Promise<{ readonly scanId: string; readonly title: string }> {
  const today = dayOf(context.clock.now());
  const title = 'Peiling om te meten';
  const { scanId } = await prepareScan(context, {
    title,
    form,
    languages: ['nl', 'en'],
    opensOn: today,
    closesOn: addDays(today, 14),
    reminderOn: [],
    minimumGroupSize: 5,
    introduction: '',
    contactName: 'Noor Bakker',
    contactEmail: 'noor.bakker@meetlat.example',
    ...(pilot ? { kind: 'pilot', ...pilot } : {}),
  });
  await recordPromise(context, { scanId, resultOn: addDays(today, 21), hoursPerTeam: 8, eurosPerTeam: 500 });
  return { scanId, title };
}

/** A peiling that was prepared, promised, consented to and opened today, with everyone invited. */
export async function openedPeiling(
  context: Context,
  form: FormName,
  pilot: { readonly researcher: string; readonly rowsKeptUntil: string } | null = null,
): Promise<OpenPeiling> {
  const { scanId } = await draftedPeiling(context, form, pilot);
  await recordConsent(context, {
    scanId,
    decision: 'no-works-council',
    reason: 'Er werken minder dan vijftig mensen.',
  });
  await openScan(context, { scanId, serverKeepsKey: 'yes' });
  // No worker runs here: of many groups the keys are made now.
  const { database, secrets } = context;
  await makeGroupKeys(
    { secrets, database: { of: () => database } },
    { organisationId: database.organisationId, scanId },
  );
  await inviteEveryone(context, { scanId });
  const scan = await scanSetup(context.database, scanId);
  if (!scan) throw new Error('The peiling that was opened is gone.');
  return {
    scanId,
    code: scan.code,
    form,
    instrumentVersion: scan.instrumentVersion,
    invitations: await invitationCodes(context, scanId),
  };
}
