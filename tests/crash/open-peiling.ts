import { importPeople, openedPeiling, startedOrganisation } from '../product/make-peiling.ts';
import type { OpenPeiling } from '../product/make-peiling.ts';
import type { OwnFolder } from '../product/own-folder.ts';
import { entered, withApp } from '../product/with-app.ts';

const teams = 5;

/** An open peiling on the full form, with an invitation for so many people at least. */
export function peilingFor(folder: OwnFolder, people: number): Promise<OpenPeiling> {
  return withApp(folder, async (app) => {
    const organisation = await startedOrganisation(app);
    const context = await entered(app, organisation.account, organisation.organisationId);
    await importPeople(context, { departments: 1, teams, people: Math.ceil(people / teams) });
    return openedPeiling(context, 'full');
  });
}
