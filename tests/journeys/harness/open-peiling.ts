import type { FormName } from '@lerend/instrument';
import { importPeople, openedPeiling, startedOrganisation } from '../../product/make-peiling.ts';
import type { OpenPeiling, OwnOrganisation } from '../../product/make-peiling.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { entered, withApp } from '../../product/with-app.ts';

export interface PeilingToAnswer extends OpenPeiling {
  readonly organisation: OwnOrganisation;
}

/** One department of two teams, seven people each, who were all invited to an open peiling; nobody answered yet. */
export function openPeiling(folder: OwnFolder, form: FormName): Promise<PeilingToAnswer> {
  return withApp(folder, async (app) => {
    const organisation = await startedOrganisation(app);
    const context = await entered(app, organisation.account, organisation.organisationId);
    await importPeople(context, { departments: 1, teams: 2, people: 7 });
    return { ...(await openedPeiling(context, form)), organisation };
  });
}
