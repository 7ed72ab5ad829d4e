import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditReport } from '@lerend/disclosure';
import { grantAccess } from '#lib/features/organisation/server/index.ts';
import { privacyMessages } from '#lib/features/privacy/messages.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { finishScan } from '#lib/features/result/server/index.ts';
import { careOrganisation } from '#lib/features/result/server/testing/care-organisation.ts';
import { answeredScan } from '#lib/features/result/server/testing/store-answered-scan.ts';
import { todayMessages } from '#lib/features/today/messages.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import { startedOrganisation } from '../product/make-peiling.ts';
import type { OwnOrganisation } from '../product/make-peiling.ts';
import { entered, withApp } from '../product/with-app.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { signInByMail } from './harness/sign-in.ts';

const omar = { name: 'Omar Haddad', email: 'omar@meetlat.example' };
let place: Place;

describe.each(languages)('a works council whose result is held back (%s)', (language) => {
  const say = resultMessages(language);
  const today = todayMessages(language);
  const privacy = privacyMessages(language);
  const title = 'Peiling najaar';
  let organisation: OwnOrganisation;
  let scanId: string;

  beforeAll(async () => {
    place = await openPlace({
      story: 'held-back',
      language,
      before: (folder) =>
        withApp(folder, async (app) => {
          organisation = await startedOrganisation(app);
          const context = await entered(app, organisation.account, organisation.organisationId);
          await grantAccess(app.platform, context, { ...omar, role: 'works-council' });
          scanId = await answeredScan(context, { title, form: 'full', units: careOrganisation, seed: 5 }, new Date());
          await finishScan(context, { scanId });
          await holdBack(context, scanId);
        }),
    });
  });
  afterAll(() => place.close());

  test('reads where, sees the coordinator count again, and finds the check among the papers', async () => {
    const home = `/o/${organisation.organisationId}`;
    const council = await place.somebody({ device: 'phone' });
    await signInByMail(council, place, omar.email, language);
    await council.reads(today('held', { title }));
    await council.follow(today('held-action'));
    expect(await council.heading()).toBe(say('audit-heading-enclosed', { count: 1 }));
    await council.reads('Consultatie');
    await council.reads(say('audit-too-close'));
    await council.reads(say('audit-do-coordinator'));
    expect(await council.page.locator('main form').count()).toBe(0);
    const main = council.page.getByRole('main');
    const take = () => council.downloads(main.getByRole('link', { name: say('audit-take'), exact: true }));
    expect((await take()).bytes.toString('latin1', 0, 5)).toBe('%PDF-');

    // Whoever wants the result itself is led here; the one who answers for it counts again.
    const noor = await place.somebody({ device: 'desk' });
    await noor.context.addCookies([{ ...organisation.cookie, url: place.url }]);
    await noor.goTo(`${home}/result/${scanId}`);
    expect(await noor.heading()).toBe(say('audit-heading-enclosed', { count: 1 }));
    await noor.choose(say('audit-do-field'), '15');
    await noor.press(say('audit-do-button'));
    await noor.reads(say('audit-again-open'));
    expect(await noor.heading()).toBe(say('audit-heading-open'));
    await noor.follow(say('audit-to-result'));
    expect(new URL(noor.page.url()).pathname).toBe(`${home}/result/${scanId}`);
    await noor.follow(say('audit-link'));

    // Now there is a result to read, and the papers say what the check found.
    await council.goTo(`${home}/privacy/file?scan=${scanId}`);
    await council.reads(privacy('file-audit-title'));
    await council.reads(say('audit-heading-open'));
    await council.reads(privacy('file-audit-free'));
    for (const person of [council, noor]) await person.leaves();
  });
});

/** As the audit writes it down of figures that tell too much: the rules make none, so that it can't be had by answering. */
async function holdBack({ database }: Context, scanId: string): Promise<void> {
  const { id: groupId } = await database.tables
    .selectFrom('scanUnit')
    .select('id')
    .where('scanId', '=', scanId)
    .where('name', '=', 'Consultatie')
    .executeTakeFirstOrThrow();
  const { report } = await database.tables
    .selectFrom('disclosureAudit')
    .select('report')
    .where('scanId', '=', scanId)
    .executeTakeFirstOrThrow();
  const found = report as unknown as AuditReport;
  const tooClose = { kind: 'small-group', groupId, areaId: 'trust', itemId: null, people: 3, steps: 0.5 } as const;
  const held: AuditReport = { ...found, enclosed: 1, closest: [tooClose, ...found.closest.slice(0, 9)] };
  await database.tables
    .updateTable('disclosureAudit')
    .set({ report: JSON.stringify(held), holdsBack: true })
    .where('scanId', '=', scanId)
    .execute();
}
