import { answerScale, areas, itemsOf, itemsOfArea } from '@lerend/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedCount } from '#lib/features/answering/contract.ts';
import { answeringMessages } from '#lib/features/answering/messages.ts';
import { invitationMessages } from '#lib/features/invitation/messages.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { formatDay, languages } from '#lib/platform/language/index.ts';
import { openPeiling } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { putAway } from './harness/put-away.ts';
import { visitWithoutBrowser } from './harness/visit-without-browser.ts';

let place: Place;
let peiling: PeilingToAnswer;
/** Ballots that were sent so far. */
let answered = 0;

describe.each(languages)('an employee (%s)', (language) => {
  const say = answeringMessages(language);
  const invitation = invitationMessages(language);
  const option = (at: number): string => answerScale.options[at % 5]?.label[language] ?? '';
  const [firstArea, secondArea] = areas.map(({ code }) => itemsOfArea(code, 'short'));
  const codeOf = (at: number): string => peiling.invitations[at]?.code ?? '';
  const resultOn = formatDay(addDays(dayOf(new Date()), 21), language);

  beforeAll(async () => {
    answered = 0;
    place = await openPlace({
      story: 'employee',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'short');
      },
    });
  });
  afterAll(() => place.close());

  test('gets the page that is made once for everyone, with a number of their own, packed or not', async () => {
    const address = `${place.url}/s/${peiling.code}?language=${language}`;
    const visits = [];
    for (const packing of ['gzip', 'gzip', 'identity', 'br', 'gzip', 'identity', 'br'])
      visits.push(await visitWithoutBrowser(address, packing));
    expect(visits[0]?.isMade).toBe(true);
    expect(visits.filter(({ isMade }) => !isMade).length).toBeGreaterThan(2);
    expect(new Set(visits.map(({ number }) => number)).size).toBe(visits.length);
    expect(new Set(visits.map(({ rest }) => rest)).size).toBe(1);
  });

  test('answers on a phone, one area at a time, loses nothing, and sends by keyboard', async () => {
    const device = await place.somebody({ device: 'phone' });
    const { context } = device;
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const button = (name: 'begin' | 'continue' | 'next' | 'back' | 'send') =>
      device.page.getByRole('button', { name: say(name), exact: true });
    const question = (text: string) => device.page.getByRole('group', { name: text });

    // The link from the mail: its code is gone from the address, and was never in a request.
    await device.goTo(`/s/${peiling.code}#${codeOf(0)}`);
    expect(device.page.url()).toBe(`${place.url}/s/${peiling.code}`);
    expect(await device.heading()).toBe(say('heading'));
    await device.reads(scanMessages(language)('sees-what-remains-server'));
    await device.follow(say('see-example'));
    await device.reads(say('example-title'));
    await device.follow(say('example-back'));
    expect(device.page.url()).not.toContain(codeOf(0));

    // The first area, forward and back again.
    await button('begin').click();
    await device.reads(say('progress', { step: 1, total: areas.length }));
    expect(await device.page.locator('fieldset:visible').count()).toBe(firstArea?.length);
    for (const [at, item] of (firstArea ?? []).entries())
      await question(item.text[language]).getByLabel(option(at), { exact: true }).check();
    await device.looks();
    await button('next').click();
    await device.reads(say('progress', { step: 2, total: areas.length }));
    await button('back').click();
    expect(await device.page.locator('input:checked').count()).toBe(firstArea?.length);
    await button('next').click();
    await question(secondArea?.[0]?.text[language] ?? '')
      .getByLabel(option(3), { exact: true })
      .check();

    // The tab is closed in the middle; the same link finds everything back.
    await device.page.goto('about:blank');
    await device.goTo(`/s/${peiling.code}#${codeOf(0)}`);
    await device.reads(say('resume-title'));
    await button('continue').click();
    await device.reads(say('progress', { step: 2, total: areas.length }));
    expect(await device.page.locator('input:checked').count()).toBe((firstArea?.length ?? 0) + 1);

    // The rest by keyboard alone: space and arrows choose, enter goes on.
    for (let step = 2; step < areas.length; step += 1) {
      await device.page.locator('fieldset:visible').last().locator('input').first().focus();
      await device.page.keyboard.press('Space');
      await device.page.keyboard.press('ArrowDown');
      await device.page.keyboard.press('Enter');
      await device.reads(say('progress', { step: step + 1, total: areas.length }));
    }
    await button('next').focus();
    await device.page.keyboard.press('Enter');
    await device.reads(say('send-name'));
    await device.looks();

    // There is no connection when it is sent; it is sealed by itself when it is back.
    await device.reads(say('counts-with').replace('#.', ''));
    const doors = () => asked.flatMap((url) => /\/(credential|ballot|open)\?/.exec(url)?.[1] ?? []);
    expect(doors()).toEqual([]);
    await context.setOffline(true);
    await button('send').focus();
    await device.page.keyboard.press('Enter');
    await device.reads(say('waiting-kept'));
    await context.setOffline(false);
    await device.reads(say('thanks-sealed-heading'));
    await device.reads(say('sealed-waits'));
    await device.reads(resultOn);
    await device.looks();

    // The connection drops between credential and ballot, and the tab is closed: what is left here can't be read.
    expect(doors().at(-1)).toBe('credential');
    expect(doors()).not.toContain('ballot');
    await context.setOffline(true);
    await device.page.goto('about:blank');
    await context.setOffline(false);
    await device.goTo(`/s/${peiling.code}#${codeOf(0)}`);
    await device.reads(say('before-waits'));
    await device.looks();
    const kept = await device.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).toContain('sealed');
    expect(kept).not.toMatch(new RegExp(`answers|${codeOf(0)}`));
    await putAway(device);
    await device.reads(say('before-received'));
    answered += 1;
    expect(asked.join(' ')).not.toContain(codeOf(0));
    expect(await device.page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}');
    expect(await context.cookies()).toEqual([]);
    await device.leaves();

    // On another device the code is taken; a link of which a mail filter made %23 works.
    const other = await place.somebody({ device: 'phone' });
    await other.goTo(`/s/${peiling.code}%23${codeOf(0)}`);
    expect(other.page.url()).toBe(`${place.url}/s/${peiling.code}`);
    await other.page.getByRole('button', { name: say('begin'), exact: true }).click();
    await other.page.locator('fieldset:visible input').first().check();
    for (let step = 1; step <= areas.length; step += 1)
      await other.page.getByRole('button', { name: say('next'), exact: true }).click();
    await other.page.getByRole('button', { name: say('send') }).click();
    await other.reads(invitation('code-used'));
    await other.looks();
    await other.leaves();
  });

  test('goes on on another device with a link that no server sees, and not from a device of others', async () => {
    const device = await place.somebody({ device: 'desk' });
    await device.goTo(`/s/${peiling.code}#${codeOf(5)}`);
    const button = (who: typeof device, name: 'begin' | 'continue' | 'carry' | 'next' | 'send') =>
      who.page.getByRole('button', { name: say(name), exact: true });
    await button(device, 'begin').click();
    await device.page.locator('fieldset:visible input').first().check();
    await button(device, 'next').click();
    await button(device, 'carry').click();
    await device.page.locator('.qr svg').waitFor();
    await device.looks();
    const link = await device.page.getByLabel(say('carry-link')).inputValue();
    await device.leaves();

    const other = await place.somebody({ device: 'phone' });
    const asked: string[] = [];
    other.context.on('request', (request) => asked.push(request.url()));
    await other.goTo(link);
    await other.reads(say('resume-carried'));
    await other.looks();
    expect(other.page.url()).not.toContain('#');
    await button(other, 'continue').click();
    await other.page.goBack();
    await other.page.goForward();
    expect(await other.page.locator('input:checked').count()).toBe(1);
    for (let step = 2; step <= areas.length; step += 1) await button(other, 'next').click();
    await button(other, 'send').click();
    await other.reads(say('thanks-sealed-heading'));
    await putAway(other);
    await other.reads(say('sealed-received'));
    expect(asked.join(' ')).not.toContain(codeOf(5));
    answered += 1;
    await other.leaves();
  });

  test('closes the tab at once, and has answered all the same', async () => {
    const device = await place.somebody({ device: 'phone' });
    await device.goTo(`/s/${peiling.code}#${codeOf(3)}`);
    const button = (name: 'begin' | 'next' | 'send' | 'change-answers') =>
      device.page.getByRole('button', { name: say(name), exact: true });
    await button('begin').click();
    await device.page.locator('fieldset:visible input').first().check();
    for (let step = 1; step <= areas.length; step += 1) await button('next').click();
    await button('send').click();
    await device.reads(say('thanks-sealed-heading'));

    // Thought better of it: sealed once more under the same number, before the first has left.
    await button('change-answers').click();
    await device.page.locator('fieldset:visible input').nth(3).check();
    for (let step = 1; step <= areas.length; step += 1) await button('next').click();
    await button('send').click();
    await device.reads(say('thanks-sealed-heading'));
    await device.page.goto('about:blank');
    answered += 1;
    // The telephone stays on: a browser that ends takes along what it was still sending.
  });

  test('leaves nothing on a device of others, and is told when it has arrived', async () => {
    const device = await place.somebody({ device: 'phone' });
    await device.goTo(`/s/${peiling.code}#${codeOf(4)}`);
    const button = (name: 'begin' | 'next' | 'send') =>
      device.page.getByRole('button', { name: say(name), exact: true });
    await device.tick(say('shared-device'));
    await button('begin').click();
    await device.page.locator('fieldset:visible input').first().check();
    for (let step = 1; step <= areas.length; step += 1) await button('next').click();
    expect(await device.page.getByRole('button', { name: say('carry') }).count()).toBe(0);
    await button('send').click();
    await device.reads(say('thanks-sealed-heading'));
    expect(await device.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    await putAway(device);
    await device.reads(say('sealed-received'));
    await device.looks();
    answered += 1;
    await device.leaves();
  });

  test('answers without JavaScript on one page, with a code typed from a card', async () => {
    const device = await place.somebody({ device: 'phone', hasScript: false });
    await device.goTo(`/s/${peiling.code}`);
    expect(await device.page.locator('fieldset:visible').count()).toBe(itemsOf('short').length);
    for (const [at, item] of itemsOf('short').entries()) {
      if (at % 4 === 0) await device.page.locator(`input[name="${item.id}"][value="${(at % 5) + 1}"]`).check();
    }
    const given = await device.page.locator('input:checked').count();

    // Nothing typed, a typing error, and a code that belongs to nobody: a sentence each, and no answer lost.
    const code = codeOf(1);
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    for (const [typed, sentence] of [
      ['', invitation('code-missing')],
      [code.slice(0, 7), invitation('code-wrong-length')],
      [wrong, invitation('code-typing-error')],
    ] as const) {
      await device.page.getByLabel(say('code')).fill(typed);
      await device.press(say('send'));
      await device.reads(sentence);
      expect(await device.page.locator('input:checked').count()).toBe(given);
    }
    await device.page.getByLabel(say('code')).fill(code.toLowerCase().replaceAll('-', ' '));
    await device.press(say('send'));
    await device.reads(say('thanks-heading'));
    await device.reads(resultOn);
    answered += 1;
    await device.leaves();
  });

  test('finds the door closed after the last day, and no door at another address', async () => {
    const coordinator = await place.somebody({ device: 'desk' });
    const { cookie, organisationId } = peiling.organisation;
    await coordinator.context.addCookies([{ ...cookie, url: place.url }]);
    const late = await place.somebody({ device: 'phone' });
    await late.goTo(`/s/${peiling.code}#${codeOf(2)}`);
    await late.page.getByRole('button', { name: say('begin'), exact: true }).click();
    await late.page.locator('fieldset:visible input').first().check();

    // Closed with fewer answers than a figure takes: a result that says so.
    await coordinator.goTo(`/o/${organisationId}/scan/${peiling.scanId}`);
    await coordinator.page.getByText(scanMessages(language)('close-by-hand'), { exact: true }).click();
    await coordinator.press(scanMessages(language)('close-now'));
    await coordinator.goTo(`/o/${organisationId}/result/${peiling.scanId}`);
    await coordinator.readsNowhere('NaN');

    // Everyone can see how many ballots were dealt with, and their own among them: each once, also the one of a closed tab.
    const list = (await (await fetch(`${place.url}/s/${peiling.code}/counted`)).json()) as PublishedCount;
    expect([list.numbers.length, list.withdrawals.length]).toEqual([answered, 0]);

    for (let step = 1; step <= areas.length; step += 1)
      await late.page.getByRole('button', { name: say('next'), exact: true }).click();
    await late.page.getByRole('button', { name: say('send') }).click();
    await late.reads(/gesloten|closed/);
    await late.looks();
    await late.goTo(`/s/${peiling.code}`);
    expect(await late.heading()).toBe(say('over-heading'));
    expect(await late.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    await late.goTo('/s/AAAAAAAA', 404);
    await late.reads(say('scan-unknown'));
    await coordinator.leaves();
    await late.leaves();
  });
});
