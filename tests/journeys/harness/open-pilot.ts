import { receiveWholeForm, respondentScan } from '#lib/features/answering/server/index.ts';
import type { FormName } from '@lerend/instrument';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { formFields } from '../../product/fill-in.ts';
import { importPeople, openedPeiling, startedOrganisation } from '../../product/make-peiling.ts';
import type { OpenPeiling, OwnOrganisation } from '../../product/make-peiling.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { newNumber } from '../../product/respondent.ts';
import { entered, withApp } from '../../product/with-app.ts';

export const researcher = 'Hogeschool Oost, dr. Anouk Meijer';

export interface PilotToAnswer extends OpenPeiling {
  readonly organisation: OwnOrganisation;
}

/** An open pilot for research in an organisation of eight teams, in which so many of 56 people took part already, with a yes each. */
export function openPilot(folder: OwnFolder, form: FormName, tookPart: number): Promise<PilotToAnswer> {
  return withApp(folder, async (app) => {
    const organisation = await startedOrganisation(app);
    const context = await entered(app, organisation.account, organisation.organisationId);
    await importPeople(context, { departments: 2, teams: 4, people: 7 });
    const rowsKeptUntil = addDays(dayOf(context.clock.now()), 400);
    const pilot = await openedPeiling(context, form, { researcher, rowsKeptUntil });
    const scan = await respondentScan(app.platform, pilot.code, 'nl');
    const already = pilot.invitations.slice(pilot.invitations.length - tookPart);
    for (const [seed, { code }] of already.entries()) {
      const fields = { code, number: newNumber(), researchConsent: 'yes', ...formFields(pilot, seed + 1) };
      await receiveWholeForm(app.platform, scan, fields, 'nl');
    }
    return { ...pilot, organisation };
  });
}
