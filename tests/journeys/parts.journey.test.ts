import { areas } from '@lerend/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answeringMessages } from '#lib/features/answering/messages.ts';
import { invitationMessages } from '#lib/features/invitation/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPeiling } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { putAway } from './harness/put-away.ts';

let place: Place;
let peiling: PeilingToAnswer;

describe.each(languages)('an employee in a scan in parts (%s)', (language) => {
  const say = answeringMessages(language);
  const codeOf = (at: number): string => peiling.invitations[at]?.code ?? '';

  beforeAll(async () => {
    place = await openPlace({
      story: 'parts',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'parts');
      },
    });
  });
  afterAll(() => place.close());

  test('gets two questions an area by lot, the same ones after a break, and a colleague gets others', async () => {
    const lots = await Promise.all(
      [0, 1].map(async (at) => {
        const device = await place.somebody({ device: 'phone' });
        const button = (name: 'begin' | 'continue' | 'next' | 'send') =>
          device.page.getByRole('button', { name: say(name), exact: true });
        const onScreen = () =>
          device.page
            .locator('fieldset:visible')
            .evaluateAll((list) => list.map((one) => one.getAttribute('data-item')));
        await device.goTo(`/s/${peiling.code}#${codeOf(at)}`);
        await device.reads(say('lead-parts', { all: 48 }));
        await button('begin').click();
        const first = await onScreen();
        expect(first).toHaveLength(2);
        await device.page.locator('fieldset:visible input[value="4"]').first().check();
        if (at === 0) {
          await device.looks();
          await device.page.goto('about:blank');
          await device.goTo(`/s/${peiling.code}#${codeOf(at)}`);
          await button('continue').click();
          expect(await onScreen()).toEqual(first);
        }
        const lot = [...first];
        for (let step = 2; step <= areas.length; step += 1) {
          await button('next').click();
          const here = await onScreen();
          expect(here).toHaveLength(2);
          lot.push(...here);
          await device.page.locator('fieldset:visible input[value="3"]').first().check();
        }
        await button('next').click();
        await device.reads(say('words-name'));
        if (at === 0) {
          // A name is pointed out while it is typed, and stops nobody.
          await device.page.locator('textarea:visible').first().fill('We vragen het Karin van Dijk.');
          await device.reads(say('points-at').replace('#', '‘Karin van Dijk’'));
          await device.looks();
        }
        await button('next').click();
        // Two an area were asked and one answered: eleven are left open, not the questions of others.
        await device.reads(say('left-open-many').replace('#', '11'));
        await button('send').click();
        await device.reads(say('thanks-sealed-heading'));
        await putAway(device);
        await device.reads(say('sealed-received'));
        await device.leaves();
        return lot.join();
      }),
    );
    expect(lots[0]).not.toBe(lots[1]);
  });

  test('gets a lot of the server without JavaScript, and keeps it when the code was wrong', async () => {
    const device = await place.somebody({ device: 'desk', hasScript: false });
    const onPage = () =>
      device.page.locator('fieldset:visible').evaluateAll((list) => list.map((one) => one.getAttribute('data-item')));
    await device.goTo(`/s/${peiling.code}`);
    const lot = await onPage();
    expect(lot).toHaveLength(22);
    await device.page.locator('fieldset:visible input[value="5"]').first().check();
    await device.press(say('send'));
    await device.reads(invitationMessages(language)('code-missing'));
    expect(await onPage()).toEqual(lot);
    expect(await device.page.locator('input:checked').count()).toBe(1);
    await device.page.getByLabel(say('code')).fill(codeOf(2));
    await device.press(say('send'));
    await device.reads(say('thanks-heading'));
    await device.leaves();
  });
});
