import { poolAggregates } from '@lerend/analysis';
import type { Aggregate } from '@lerend/analysis';
import { areas } from '@lerend/instrument';
import { afterEach, describe, expect, test } from 'vitest';
import { exchangeMessages } from '#lib/features/exchange/messages.ts';
import { publishedResult } from '#lib/features/exchange/server/testing/published-result.ts';
import { languages } from '#lib/platform/language/index.ts';
import { startedOrganisation } from '../product/make-peiling.ts';
import type { OwnOrganisation } from '../product/make-peiling.ts';
import { entered, withApp } from '../product/with-app.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';

let place: Place;
afterEach(() => place.close());

describe.each(languages)('sharing an outcome (%s)', (language) => {
  const say = exchangeMessages(language);

  test('the coordinator reads what leaves, takes the file, and lays a pool beside the result', async () => {
    let organisation: OwnOrganisation | undefined;
    let scanId = '';
    place = await openPlace({
      story: 'sharing',
      language,
      before: (folder) =>
        withApp(folder, async (app) => {
          organisation = await startedOrganisation(app);
          const context = await entered(app, organisation.account, organisation.organisationId);
          scanId = await publishedResult(context, { answers: 240, title: 'Voorjaar' });
        }),
    });
    if (!organisation) throw new Error('There is no organisation.');
    const home = `/o/${organisation.organisationId}`;
    const coordinator = await place.somebody({ device: 'desk' });
    await coordinator.context.addCookies([{ ...organisation.cookie, url: place.url }]);
    await coordinator.goTo(`${home}/organisation/exchange`);
    expect(await coordinator.heading()).toBe(say('heading-none'));
    await coordinator.reads(say('answers', { from: '200', to: '249' }));
    const { name, bytes } = await coordinator.downloads(
      coordinator.page.getByRole('button', { name: say('download') }),
    );
    expect(name).toMatch(/^lerend-2026-[0-9a-f]{8}\.json$/u);
    const own = JSON.parse(bytes.toString()) as Aggregate;

    // Others shared as well, and somebody made a pool of them.
    const members = Array.from({ length: 6 }, (_, at) => ({
      file: `${at}.json`,
      aggregate: {
        ...own,
        name: String(at).padStart(32, '0'),
        scores: { short: Object.fromEntries(areas.map(({ code }, area) => [code, 40 + 4 * at + area])) },
      },
    }));
    const pooled = poolAggregates(members);
    if (!pooled.ok) throw new Error('There is no pool.');
    const upload = (json: unknown) =>
      coordinator.page
        .locator('input[name=file]')
        .setInputFiles({ name: 'pool.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(json)) });
    await upload({ ...pooled.value, organisations: 3 });
    await coordinator.press(say('pool-import'));
    await coordinator.reads(say('nothing-changed'));
    await upload(pooled.value);
    await coordinator.press(say('pool-import'));
    await coordinator.reads(say('imported', { organisations: 6 }));

    await coordinator.goTo(`${home}/result/${scanId}`);
    await coordinator.reads(say('beside-heading', { organisations: 6 }));
    await coordinator.reads(say('beside-not'));
    await coordinator.goTo(`${home}/organisation/exchange`);
    await coordinator.press(say('pool-remove'));
    await coordinator.goTo(`${home}/result/${scanId}`);
    await coordinator.readsNowhere(say('beside-not'));
    await coordinator.leaves();
  });

  test('nothing leaves the example organisation', async () => {
    place = await openPlace({ story: 'sharing-example', language, holdsExample: true });
    const marjolein = await inTheShoesOf(place, 'coordinator', { language, device: 'phone' });
    await marjolein.goTo(`${marjolein.home}/organisation/exchange`);
    expect(await marjolein.heading()).toBe(say('heading-none'));
    expect(await marjolein.page.getByRole('button', { name: say('download') }).count()).toBe(0);
    await marjolein.leaves();
  });
});
