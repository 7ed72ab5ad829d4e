import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openingKeyMessages } from '#lib/features/opening-key/messages.ts';
import { grantAccess, organisationTree } from '#lib/features/organisation/server/index.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { recordConsent } from '#lib/features/scan/server/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import { draftedPeiling, importPeople, startedOrganisation } from '../product/make-peiling.ts';
import type { OwnOrganisation } from '../product/make-peiling.ts';
import { entered, withApp } from '../product/with-app.ts';
import { makeKey } from './harness/make-key.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { signInByMail } from './harness/sign-in.ts';
import type { Somebody } from './harness/somebody.ts';

let place: Place;
const wim = { name: 'Wim Jacobs', email: 'wim@meetlat.example' };

describe.each(languages)('a keeper whom the organisation named (%s)', (language) => {
  const say = openingKeyMessages(language);
  let organisation: OwnOrganisation;
  let scanId: string;
  let unitId: string;
  let title: string;

  beforeAll(async () => {
    place = await openPlace({
      story: 'keeper',
      language,
      before: (folder) =>
        withApp(folder, async (app) => {
          organisation = await startedOrganisation(app);
          const context = await entered(app, organisation.account, organisation.organisationId);
          await importPeople(context, { departments: 1, teams: 1, people: 12 });
          await grantAccess(app.platform, context, { ...wim, role: 'keeper' });
          unitId = (await organisationTree(context))[0]?.id ?? '';
          ({ scanId, title } = await draftedPeiling(context, 'short'));
          await recordConsent(context, { scanId, decision: 'no-works-council', reason: 'Er werken twaalf mensen.' });
        }),
    });
  });
  afterAll(() => place.close());

  test('makes it and opens with it, and sees nothing else', async () => {
    const keeper = await place.somebody({ device: 'phone' });
    await signInByMail(keeper, place, wim.email, language);
    expect(await keeper.heading()).toBe(say('keys-title', { n: 1 }));
    await keeper.reads(say('key-to-make'));
    await keeper.follow(`${say('key-to-make-action')}: ${title}`);
    const sheets = await makeKey(keeper, say);
    await keeper.reads(say('title-kept', { name: wim.name, title }));
    await keeper.follow(say('back-to-keys'));
    await keeper.reads(say('key-made'));

    // Besides keys: messages to oneself, what is kept on oneself, what the areas are, and the example of the front page.
    const real = { scan: scanId, unit: unitId, area: 'trust' };
    expect(await addressesSeen(keeper, organisation.organisationId, real)).toEqual([
      'contact/messages',
      'keys',
      'learn',
      'learn/[area]',
      'privacy/me',
      'privacy/me/file',
      'result/example',
      'scan/[scan]/open-ballots',
      'scan/[scan]/open-ballots/progress',
      'scan/[scan]/opening-key',
    ]);

    const noor = await place.somebody({ device: 'desk' });
    await noor.context.addCookies([{ ...organisation.cookie, url: place.url }]);
    const scan = scanMessages(language);
    await noor.goTo(`/o/${organisation.organisationId}/scan/${scanId}`);
    await noor.press(scan('open-now'));
    await noor.page.getByText(scan('close-by-hand'), { exact: true }).click();
    await noor.press(scan('close-now'));

    await keeper.goTo(`/o/${organisation.organisationId}/keys`);
    await keeper.follow(`${say('key-to-join-action')}: ${title}`);
    await keeper.page.locator('#share-first').fill(sheets.keeper);
    await keeper.page.locator('#share-second').fill(sheets.coordinator);
    await keeper.lands(() => keeper.page.getByRole('button', { name: say('join'), exact: true }).click());
    expect(await keeper.heading()).toBe(say('join-title-done', { title }));
    await keeper.readsNowhere(say('join-result'));
    await keeper.follow(say('back-to-keys'));
    await keeper.reads(say('key-done'));
    for (const person of [keeper, noor]) await person.leaves();
  });
});

const folderOfOrganisation = new URL('../../src/routes/o/[organisation]/', import.meta.url);

/**
 * Which of all addresses of an organisation, pages and files alike, answer this person with anything but a refusal. `real`:
 * ids of what is there, for what an address names; of the rest there is nothing.
 */
async function addressesSeen(
  who: Somebody,
  organisationId: string,
  real: Readonly<Record<string, string>>,
): Promise<string[]> {
  const files = await readdir(folderOfOrganisation, { recursive: true });
  const addresses = files.filter((file) => /\+(page[^/]*\.svelte|server\.ts)$/.test(file)).map((file) => dirname(file));
  const seen: string[] = [];
  for (const address of addresses.toSorted()) {
    const filledIn = address.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => real[name] ?? organisationId);
    const response = await who.page.request.get(`/o/${organisationId}/${filledIn}`, { maxRedirects: 0 });
    expect([200, 303, 403, 404, 405], address).toContain(response.status());
    if (response.status() === 200) seen.push(address);
  }
  expect(addresses.length).toBeGreaterThan(50);
  return seen;
}
