import type { FormName } from '@lerend/instrument';
import { grantAccess, organisationTree } from '#lib/features/organisation/server/index.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { importPeople, openedPeiling, startedOrganisation } from '../../product/make-peiling.ts';
import type { OpenPeiling, OwnOrganisation } from '../../product/make-peiling.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { entered, withApp } from '../../product/with-app.ts';
import { othersAnswer } from './others-answer.ts';
import type { Place } from './place.ts';
import type { Somebody } from './somebody.ts';

export const manager = { name: 'Femke Jansen', email: 'femke.jansen@meetlat.example' };

export interface PeilingToAnswer extends OpenPeiling {
  readonly organisation: OwnOrganisation;
  /** The team that the manager leads. */
  readonly team: { readonly id: string; readonly name: string };
}

/** One department of two teams, seven people each, who were all invited to an open peiling; nobody answered yet. */
export function openPeiling(folder: OwnFolder, form: FormName): Promise<PeilingToAnswer> {
  return withApp(folder, async (app) => {
    const organisation = await startedOrganisation(app);
    const context = await entered(app, organisation.account, organisation.organisationId);
    await importPeople(context, { departments: 1, teams: 2, people: 7 });
    const team = (await organisationTree(context)).find(({ depth }) => depth === 2);
    if (!team) throw new Error('There is no team in the list.');
    await grantAccess(app.platform, context, { ...manager, role: 'manager', unitId: team.id });
    return { ...(await openedPeiling(context, form)), organisation, team: { id: team.id, name: team.name } };
  });
}

/** The coordinator, who is the director here as well, signed in. */
export async function coordinatorOf({ organisation }: PeilingToAnswer, place: Place): Promise<Somebody> {
  const coordinator = await place.somebody({ device: 'desk' });
  await coordinator.context.addCookies([{ ...organisation.cookie, url: place.url }]);
  return coordinator;
}

/** Everybody answers, the coordinator closes, and lets everyone read the result at once. */
export async function untilResult(peiling: PeilingToAnswer, place: Place, language: Language): Promise<Somebody> {
  await othersAnswer(
    peiling.invitations.map(({ code }) => `${place.url}/s/${peiling.code}#${code}`),
    peiling.form,
  );
  const coordinator = await coordinatorOf(peiling, place);
  const home = `/o/${peiling.organisation.organisationId}`;
  await coordinator.goTo(`${home}/scan/${peiling.scanId}`);
  await coordinator.page.getByText(scanMessages(language)('close-by-hand'), { exact: true }).click();
  await coordinator.press(scanMessages(language)('close-now'));
  await coordinator.goTo(`${home}/result/${peiling.scanId}`);
  await coordinator.press(resultMessages(language)('publish-button'));
  await coordinator.reads(resultMessages(language)('publish-done'));
  return coordinator;
}
