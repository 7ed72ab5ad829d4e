import { areas, itemsOf } from '@lerend/instrument';
import { afterEach, describe, expect, test } from 'vitest';
import { answeringMessages } from '#lib/features/answering/messages.ts';
import { invitationMessages } from '#lib/features/invitation/messages.ts';
import { researchMessages } from '#lib/features/research/messages.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { formatDay, languages } from '#lib/platform/language/index.ts';
import { importPeople, startedOrganisation } from '../product/make-peiling.ts';
import type { OwnOrganisation } from '../product/make-peiling.ts';
import { entered, withApp } from '../product/with-app.ts';
import { openPilot, researcher } from './harness/open-pilot.ts';
import type { PilotToAnswer } from './harness/open-pilot.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { putAway } from './harness/put-away.ts';

let place: Place;
afterEach(() => place.close());

describe.each(languages)('a pilot for research (%s)', (language) => {
  const say = answeringMessages(language);
  const scan = scanMessages(language);
  const research = researchMessages(language);
  const invitation = invitationMessages(language);
  const today = dayOf(new Date());

  /** A place with an open pilot, in which so many people took part already. */
  async function pilotAt(story: string, tookPart: number): Promise<PilotToAnswer> {
    let pilot: PilotToAnswer | undefined;
    place = await openPlace({
      story,
      language,
      before: async (folder) => {
        pilot = await openPilot(folder, 'short', tookPart);
      },
    });
    if (!pilot) throw new Error('There is no pilot.');
    return pilot;
  }

  test('is refused by one and answered by two, each after reading what happens with the answers', async () => {
    const { code, invitations } = await pilotAt('pilot', 0);
    const codeOf = (at: number): string => invitations[at]?.code ?? '';

    // One reads what happens with the answers, and says no: nothing was asked of the server, nothing is left.
    const refuser = await place.somebody({ device: 'phone' });
    const asked: string[] = [];
    refuser.context.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await refuser.goTo(`/s/${code}#${codeOf(0)}`);
    expect(await refuser.heading()).toBe(say('research-heading'));
    expect(await refuser.page.locator('fieldset').count()).toBe(0);
    await refuser.reads(researcher);
    await refuser.reads(scan('research-without'));
    await refuser.reads(scan('research-what-remains-server'));
    await refuser.follow(say('research-no'));
    expect(await refuser.heading()).toBe(say('declined-heading'));
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
    expect(await refuser.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).toBe(
      '[{},{}]',
    );

    // Another says yes, stops halfway, thinks better of it, and sends.
    const answerer = await place.somebody({ device: 'phone' });
    const button = (name: 'begin' | 'next' | 'send' | 'research-yes') =>
      answerer.page.getByRole('button', { name: say(name), exact: true });
    await answerer.goTo(`/s/${code}#${codeOf(1)}`);
    await button('research-yes').click();
    expect(await answerer.heading()).toBe(say('research-heading'));
    await answerer.page.getByRole('checkbox').check();
    await answerer.lands(() => button('research-yes').click());
    await button('begin').click();
    await answerer.page.locator('fieldset:visible input').first().check();
    for (let step = 1; step <= areas.length; step += 1) await button('next').click();
    await answerer.reads(say('send-pilot'));
    await answerer.looks();
    await answerer.lands(() => answerer.page.locator('[data-step=send] [data-decline]').click());
    expect(await answerer.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).toBe(
      '[{},{}]',
    );
    await answerer.goTo(`/s/${code}#${codeOf(1)}`);
    await answerer.page.getByRole('checkbox').check();
    await answerer.lands(() => button('research-yes').click());
    await button('begin').click();
    expect(await answerer.page.locator('input:checked').count()).toBe(0);
    await answerer.page.locator('fieldset:visible input').nth(2).check();
    for (let step = 1; step <= areas.length; step += 1) await button('next').click();
    await button('send').click();
    await answerer.reads(say('thanks-sealed-heading'));
    await putAway(answerer);
    await answerer.reads(say('sealed-received'));
    await answerer.reads(say('thanks-pilot', { day: formatDay(addDays(today, 21), language) }));
    await answerer.looks();

    // Consent is as easily taken back: with the key, which needs no second yes.
    await answerer.page.getByRole('button', { name: say('key'), exact: true }).click();
    await answerer.page.locator('[data-part=key-qr] svg').waitFor();
    const link = await answerer.page.getByLabel(say('key-link')).inputValue();
    await answerer.leaves();
    const holder = await place.somebody({ device: 'phone' });
    await holder.goTo(link);
    await holder.follow(say('key-notice-pilot'));
    await holder.page
      .getByRole('button', { name: say('withdraw'), exact: true })
      .first()
      .click();
    await holder.reads(say('withdrawing-heading'));
    await putAway(holder);
    await holder.reads(say('withdrawn-heading'));
    await holder.looks();
    await holder.leaves();

    // A third has no script: first the yes, then the questions; a post around the yes is refused.
    const plain = await place.somebody({ device: 'phone', hasScript: false });
    await plain.goTo(`/s/${code}`);
    expect(await plain.page.locator('fieldset').count()).toBe(0);
    const around = await plain.context.request.post(`/s/${code}?language=${language}`, {
      form: { code: codeOf(2), number: 'AAAAAAAAAAAAAAAAAAAAAA', SV4: '3' },
      headers: { origin: place.url, accept: 'text/html' },
    });
    expect(around.status()).toBe(422);
    expect(await around.text()).toContain(say('research-consent-missing'));
    await plain.page.getByRole('checkbox').check();
    await plain.press(say('research-yes'));
    expect(await plain.page.locator('fieldset:visible').count()).toBe(itemsOf('short').length);
    await plain.page.locator('fieldset:visible input').first().check();
    await plain.page.getByLabel(say('code')).fill('AAAA');
    await plain.press(say('send'));
    await plain.reads(invitation('code-wrong-length'));
    expect(await plain.page.locator('input:checked').count()).toBe(1);
    await plain.page.getByLabel(say('code')).fill(codeOf(2));
    await plain.press(say('send'));
    await plain.reads(say('thanks-heading'));
    await plain.leaves();
    await refuser.leaves();
  });

  test('is counted without a result, and its rows leave where everyone can read it', async () => {
    const { code, organisation, scanId } = await pilotAt('pilot-counted', 50);

    // The coordinator counts: no result, but how well the questionnaire measured, and the rows.
    const coordinator = await place.somebody({ device: 'desk' });
    await coordinator.context.addCookies([{ ...organisation.cookie, url: place.url }]);
    const home = `/o/${organisation.organisationId}`;
    await coordinator.goTo(`${home}/scan/${scanId}`);
    await coordinator.page.getByText(scan('close-by-hand'), { exact: true }).click();
    await coordinator.press(scan('close-now'));
    expect(new URL(coordinator.page.url()).pathname).toBe(`${home}/scan/${scanId}/research`);
    await coordinator.reads(/50 (mensen|people)/);
    await coordinator.reads(research('exports-none'));
    const csv = await coordinator.downloads(coordinator.page.getByRole('button', { name: research('export-csv') }));
    const lines = csv.bytes.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(51);
    expect(lines[0]).toBe([...itemsOf('short').map(({ id }) => id), 'language', 'speed'].join(','));
    expect(csv.bytes.toString('utf8')).not.toMatch(/Team|Afdeling|Medewerker/);
    const name = research(language === 'nl' ? 'export-sav' : 'export-sav-en');
    const sav = await coordinator.downloads(coordinator.page.getByRole('button', { name, exact: true }));
    expect(sav.bytes.subarray(0, 4).toString()).toBe('$FL2');
    const book = await coordinator.downloads(coordinator.page.getByRole('link', { name: research('export-codebook') }));
    expect(book.bytes.toString('utf8')).toContain('speaks_about');
    await coordinator.goTo(`${home}/scan/${scanId}/research`);
    await coordinator.reads(/Noor Bakker \((als csv|as CSV)\)/);
    await coordinator.goTo(`${home}/scan`);
    await coordinator.reads(scan('line-opened-pilot'));
    await coordinator.goTo(`${home}/result`);

    // Whoever was asked reads it too, by the code of the peiling alone; the rows are erased and that is said.
    const asked = await place.somebody({ device: 'phone' });
    await asked.goTo(`/s/${code}`);
    await asked.reads(/Noor Bakker \((voor SPSS|for SPSS)\)/);
    await coordinator.goTo(`${home}/scan/${scanId}/research`);
    await coordinator.page.getByText(research('erase'), { exact: true }).click();
    await coordinator.press(research('erase-confirm'));
    await coordinator.reads(/gewist|erased/);
    expect(await coordinator.page.getByRole('button', { name: research('export-csv') }).count()).toBe(0);
    await asked.leaves();
    await coordinator.leaves();
  });

  test('is prepared with who gets the rows and until when, consented to by name, and said on every letter', async () => {
    let organisation: OwnOrganisation | undefined;
    place = await openPlace({
      story: 'pilot-prepared',
      language,
      before: (folder) =>
        withApp(folder, async (app) => {
          organisation = await startedOrganisation(app);
          const context = await entered(app, organisation.account, organisation.organisationId);
          await importPeople(context, { departments: 1, teams: 2, people: 4 });
        }),
    });
    if (!organisation) throw new Error('There is no organisation.');
    const noor = await place.somebody({ device: 'desk' });
    await noor.context.addCookies([{ ...organisation.cookie, url: place.url }]);
    const home = `/o/${organisation.organisationId}`;
    await noor.goTo(`${home}/scan/new?kind=pilot`);
    await noor.fill(scan('opens-on'), today);
    await noor.fill(scan('closes-on'), addDays(today, 14));
    await noor.page.locator('#reminder-0').fill('');
    await noor.page.locator('#reminder-1').fill('');
    await noor.fill(scan('researcher'), researcher);
    await noor.fill(scan('rows-kept-until'), addDays(today, 5000));
    await noor.press(scan('prepare-save'));
    await noor.reads(scan('kept-until-unclear'));
    await noor.fill(scan('rows-kept-until'), addDays(today, 400));
    await noor.press(scan('prepare-save'));
    const pilot = new URL(noor.page.url()).pathname;
    await noor.reads(researcher);

    await noor.goTo(`${pilot}/promise`);
    await noor.reads(scan('promise-pilot'));
    await noor.fill(scan('result-on-pilot'), addDays(today, 21));
    await noor.fill(scan('hours-per-team'), '0');
    await noor.fill(scan('euros-per-team'), '0');
    await noor.press(scan('promise-give'));
    await noor.readsNowhere(/0 (uur|hours)/);

    await noor.goTo(`${pilot}/consent`);
    await noor.reads(scan('consent-lead-pilot'));
    await noor.follow(scan('consent-pages'));
    await noor.reads(language === 'nl' ? 'Wat we niet beloven' : 'What we don’t promise');
    await noor.goTo(`${pilot}/consent`);
    await noor.reads(scan('kept-pilot-export', { researcher }));
    await noor.readsNowhere('Team 1');
    await noor.fill(
      scan('reason'),
      language === 'nl' ? 'Er werken hier te weinig mensen.' : 'Too few people work here.',
    );
    await noor.press(scan('consent-save'));
    await noor.tick(scan('open-server-keeps'));
    await noor.press(scan('open-now'));
    await noor.goTo(`${pilot}/invitations`);
    await noor.press(invitation('make'));
    await noor.readsNowhere('Team 1');
    const form = noor.page.locator('form', { hasText: invitation('document-make') }).first();
    const letters = await noor.downloads(form.getByRole('button'));
    expect(letters.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await noor.goTo(`${pilot}/response`);
    await noor.readsNowhere('Team 1');
    await noor.leaves();
  });
});
