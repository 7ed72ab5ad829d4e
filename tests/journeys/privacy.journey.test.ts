import { afterEach, describe, expect, test } from 'vitest';
import { organisationMessages } from '#lib/features/organisation/messages.ts';
import { personalDataMessages } from '#lib/features/personal-data/messages.ts';
import { actionInWords, privacyMessages } from '#lib/features/privacy/messages.ts';
import { retentionMessages } from '#lib/features/retention/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';

let place: Place;
afterEach(() => place.close());

describe.each(languages)('privacy (%s)', (language) => {
  const privacy = privacyMessages(language);
  const retention = retentionMessages(language);
  const data = personalDataMessages(language);
  const organisation = organisationMessages(language);

  test('a member of the works council reads how long everything is kept and what is kept on herself', async () => {
    place = await openPlace({ story: 'privacy', language, holdsExample: true });
    const ans = await inTheShoesOf(place, 'works-council', { language, device: 'phone' });
    await ans.goTo(`${ans.home}/privacy`);
    await ans.follow(privacy('here-retention'));
    expect(await ans.heading()).toBe(retention('heading'));
    await ans.reads(retention('kind-results'));
    await ans.reads(retention('months-years', { years: 5 }));
    expect(await ans.page.locator('main form').count()).toBe(0);

    await ans.goTo(`${ans.home}/privacy`);
    await ans.follow(privacy('here-me'));
    expect(await ans.heading()).toBe(data('own-title'));
    await ans.reads(data('never-used'));
    const main = ans.page.getByRole('main');
    const json = await ans.downloads(main.getByRole('link', { name: data('take-json'), exact: true }));
    const told = JSON.parse(json.bytes.toString()) as { kinds: { kind: string; records: unknown[] }[] };
    expect(told.kinds.find(({ kind }) => kind === 'access')?.records).toHaveLength(1);
    const pdf = await ans.downloads(main.getByRole('link', { name: data('take-pdf'), exact: true }));
    expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-');

    // The file with all papers, as a page and on paper.
    await ans.goTo(`${ans.home}/privacy`);
    await ans.follow(privacy('here-file'));
    expect(await ans.heading()).toBe(privacy('file-heading-server'));
    await ans.reads(privacy('file-not-code'));
    await ans.reads(privacy('file-pact-1'));
    const file = await ans.downloads(main.getByRole('link', { name: privacy('file-take'), exact: true }));
    expect(file.bytes.toString('latin1', 0, 5)).toBe('%PDF-');

    // Other people's requests are the coordinator's.
    await ans.goTo(`${ans.home}/privacy/people`, 403);
    await ans.leaves();

    const noor = await inTheShoesOf(place, 'coordinator', { language });
    await noor.goTo(`${noor.home}/privacy/people`);
    await noor.page.locator('tbody a').first().click();
    await noor.page.waitForURL(/people\/p-/);
    await noor.looks();
    await noor.page.locator('#isSure').check();
    await noor.press(data('erase-do'));
    await noor.reads(data('example-stays'));
    await noor.leaves();
  });

  test('a coordinator sets the periods, answers a request, and erases somebody who asks for it', async () => {
    place = await openPlace({ story: 'privacy-own', language });
    const noor = await place.somebody({ device: 'desk' });
    await noor.goTo('/start');
    await noor.fill(organisation('organisation-name'), 'Zorgzaam');
    await noor.fill(organisation('your-name'), 'Noor Bakker');
    await noor.fill(organisation('email'), 'noor@zorgzaam.example');
    await noor.fill(organisation('password'), 'een zin die ik onthoud');
    await noor.press(organisation('start'));
    const home = new URL(noor.page.url()).pathname.split('/').slice(0, 3).join('/');
    await noor.follow(organisation('tab-import'));
    const list = 'Naam;Onderdeel;Leidinggevende;Mailadres\nBram Visser;Zorg;;bram@zorgzaam.example\nIris Smit;Zorg;;';
    await noor.page
      .getByLabel(organisation('import-file'))
      .setInputFiles({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await noor.press(organisation('import-read'));
    await noor.press(organisation('preview-confirm'));

    // The periods: too short is refused where it was typed, and what was typed is still there.
    await noor.goTo(`${home}/privacy`);
    await noor.follow(privacy('here-retention'));
    await noor.fill(retention('kind-log'), '6');
    await noor.fill(retention('kind-mails'), '6');
    await noor.press(retention('set'));
    await noor.reads(retention('months-outside', { least: 12, most: 84 }));
    expect(await noor.page.locator('#mails').inputValue()).toBe('6');
    await noor.fill(retention('kind-log'), '24');
    await noor.press(retention('set'));
    await noor.reads(retention('set-done', { n: 2 }));

    // Bram asks what is kept on him, and then to be erased.
    await noor.goTo(`${home}/privacy`);
    await noor.follow(privacy('here-people-requests'));
    await noor.fill(data('list-search'), 'bram');
    await noor.press(data('list-search-do'));
    expect(await noor.heading()).toBe(data('list-found', { n: 1 }));
    await noor.follow('Bram Visser');
    expect(await noor.heading()).toBe(data('title', { name: 'Bram Visser' }));
    await noor.press(data('erase-do'));
    await noor.reads(data('not-sure'));
    await noor.tick(data('erase-sure', { name: 'Bram Visser' }));
    await noor.press(data('erase-do'));
    await noor.reads(data('erased', { name: 'Bram Visser' }));
    await noor.goTo(`${home}/privacy/people?name=bram`);
    expect(await noor.heading()).toBe(data('list-found', { n: 0 }));

    await noor.goTo(`${home}/privacy`);
    await noor.reads(actionInWords('personal-data.erased', language));
    await noor.reads(
      privacy('log-here-change', {
        action: actionInWords('retention.changed', language),
        what: retention('kind-mails'),
        from: retention('months-n', { n: 3 }),
        to: retention('months-n', { n: 6 }),
      }),
    );
    await noor.readsNowhere('Bram');
    await noor.leaves();
  });
});
