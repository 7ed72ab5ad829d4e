import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedCount } from '#lib/features/answering/contract.ts';
import { answeringMessages } from '#lib/features/answering/messages.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { coordinatorOf, openPeiling } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { putAway } from './harness/put-away.ts';
import type { Somebody } from './harness/somebody.ts';

let place: Place;
let peiling: PeilingToAnswer;

describe.each(languages)('somebody who withdraws (%s)', (language) => {
  const say = answeringMessages(language);
  const codeOf = (at: number): string => peiling.invitations[at]?.code ?? '';
  const button = ({ page }: Somebody, name: Parameters<typeof say>[0]) =>
    page.getByRole('button', { name: say(name), exact: true });
  const keptHere = ({ page }: Somebody) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  /** Links that people kept, and what became of their ballots. */
  const keys: { link: string; becomes: 'own-counted' | 'own-withdrawn' }[] = [];

  beforeAll(async () => {
    keys.length = 0;
    place = await openPlace({
      story: 'withdraw',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'full');
      },
    });
  });
  afterAll(() => place.close());

  /** Along all screens, and sends. */
  async function sends(device: Somebody): Promise<void> {
    await device.page.locator('fieldset:visible input').nth(1).check();
    while (await button(device, 'next').isVisible()) await button(device, 'next').click();
    await button(device, 'send').click();
    await device.reads(say('thanks-sealed-heading'));
  }

  async function answers(code: string, habits: { isShared?: boolean } = {}): Promise<Somebody> {
    const device = await place.somebody({ device: 'phone' });
    await device.goTo(`/s/${peiling.code}#${code}`);
    if (habits.isShared) await device.tick(say('shared-device'));
    await button(device, 'begin').click();
    await sends(device);
    return device;
  }

  /** Presses the button, and the ballot leaves. */
  async function withdraws(device: Somebody): Promise<void> {
    await button(device, 'withdraw').click();
    await device.reads(say('withdrawing-heading'));
    await putAway(device);
  }

  async function keepsKey(device: Somebody, becomes: (typeof keys)[number]['becomes']): Promise<string> {
    await button(device, 'key').click();
    await device.page.locator('[data-part=key-qr] svg').waitFor();
    const link = await device.page.getByLabel(say('key-link')).inputValue();
    keys.push({ link, becomes });
    return link;
  }

  test('does so on the page that is still open, words and all, and takes part again', async () => {
    const device = await answers(codeOf(0));
    const asked: string[] = [];
    device.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await keepsKey(device, 'own-counted');
    await device.looks();
    await button(device, 'withdraw').click();
    await device.reads(say('withdrawing-heading'));
    expect(await button(device, 'withdraw').isVisible()).toBe(false);
    await device.looks();
    await putAway(device);
    await device.reads(say('withdrawn-heading'));
    await device.looks();
    // What left is what leaves for a changed answer, through the same doors.
    expect(asked.filter((path) => path.startsWith('/s/')).toSorted()).toEqual([
      `/s/${peiling.code}/ballot`,
      `/s/${peiling.code}/open`,
    ]);
    expect(await keptHere(device)).toBe('{}');

    await button(device, 'take-part-again').click();
    await sends(device);
    await putAway(device);
    await device.reads(say('sealed-received'));
    await device.leaves();
  });

  test('does so from another device with the key, without a connection at first, and it leaves later', async () => {
    const device = await answers(codeOf(1));
    const link = await keepsKey(device, 'own-withdrawn');
    expect(link).not.toContain(codeOf(1));
    await putAway(device);
    await device.reads(say('sealed-received'));
    // Since the key was kept, an answer was changed: what the key knows is older than what is there.
    await button(device, 'change-answers').click();
    await sends(device);
    await putAway(device);
    await device.reads(say('sealed-received'));
    await device.leaves();

    const other = await place.somebody({ device: 'phone' });
    const asked: string[] = [];
    other.context.on('request', (request) => asked.push(request.url()));
    await other.goTo(link);
    await other.reads(say('key-notice-title'));
    expect(other.page.url()).not.toContain('#');
    expect(await other.page.getByLabel(say('code')).isVisible()).toBe(false);
    await other.looks();
    await other.page.waitForLoadState('networkidle');
    await other.context.setOffline(true);
    await withdraws(other);
    await other.reads(say('sealed-waits-offline'));
    expect(await keptHere(other)).toContain('sealed');
    await other.context.setOffline(false);
    await other.reads(say('withdrawn-heading'));
    expect(await keptHere(other)).toBe('{}');
    // No page of its own, and nothing that says what it is for.
    const paths = new Set(asked.map((url) => new URL(url).pathname).filter((path) => path.startsWith('/s/')));
    expect([...paths].toSorted()).toEqual(['', '/ballot', '/open'].map((door) => `/s/${peiling.code}${door}`));
    await other.leaves();
  });

  test('thinks better of it with the key, and the page that still stood open asks before it goes above that', async () => {
    const device = await answers(codeOf(2));
    const link = await keepsKey(device, 'own-counted');
    await putAway(device);
    await device.reads(say('sealed-received'));

    const other = await place.somebody({ device: 'desk' });
    await other.goTo(link);
    await withdraws(other);
    await other.reads(say('withdrawn-heading'));
    await button(other, 'take-part-again').click();
    await sends(other);
    await other.reads(say('key-waits'));
    await putAway(other);
    await other.reads(say('sealed-received'));
    expect(await keptHere(other)).toBe('{}');
    await other.leaves();

    await button(device, 'change-answers').click();
    await sends(device);
    await putAway(device);
    await device.reads(say('later-there'));
    await device.looks();
    await button(device, 'send').click();
    await device.reads(say('thanks-sealed-heading'));
    await putAway(device);
    await device.reads(say('sealed-received'));
    await device.leaves();
  });

  test('withdraws again what was withdrawn, after a broken key changed nothing', async () => {
    const device = await answers(codeOf(3));
    const link = await keepsKey(device, 'own-withdrawn');
    await putAway(device);
    await device.reads(say('sealed-received'));
    await device.leaves();
    const other = await place.somebody({ device: 'phone' });
    await other.goTo(link.slice(0, -9));
    await other.reads(say('key-damaged'));
    await other.looks();
    expect(await button(other, 'withdraw').isVisible()).toBe(false);
    await other.page.goto('about:blank');
    for (const time of [1, 2]) {
      await other.page.goto(link);
      await withdraws(other);
      await other.reads(say('withdrawn-heading'));
      await other.page.goto(`about:blank#${time}`);
    }
    await other.leaves();
  });

  test('can’t on a device of others, nor without JavaScript, and reads why and what can be done', async () => {
    const shared = await answers(codeOf(4), { isShared: true });
    await shared.reads(say('without-key'));
    expect(await button(shared, 'withdraw').isVisible()).toBe(false);
    await shared.looks();
    await putAway(shared);
    await shared.reads(say('sealed-received'));
    await shared.leaves();

    const plain = await place.somebody({ device: 'phone', hasScript: false });
    await plain.page.goto(`/s/${peiling.code}`);
    await plain.page.locator('fieldset:visible input').nth(1).check();
    await plain.page.getByLabel(say('code')).fill(codeOf(5));
    await plain.press(say('send'));
    await plain.reads(say('thanks-without-script'));
    await plain.leaves();
  });

  test('is too late after closing, reads why, and sees with the key what became of it', async () => {
    const late = await answers(codeOf(6));
    await putAway(late);
    await late.reads(say('sealed-received'));
    const coordinator = await coordinatorOf(peiling, place);
    await coordinator.goTo(`/o/${peiling.organisation.organisationId}/scan/${peiling.scanId}`);
    await coordinator.page.getByText(scanMessages(language)('close-by-hand'), { exact: true }).click();
    await coordinator.press(scanMessages(language)('close-now'));
    await coordinator.leaves();

    await withdraws(late);
    await late.reads(say('not-withdrawn-heading'));
    await late.reads(say('withdraw-too-late'));
    await late.looks();
    await late.leaves();

    const holder = await place.somebody({ device: 'phone' });
    for (const { link, becomes } of keys) {
      await holder.goTo(link);
      await holder.reads(say(becomes));
      await holder.page.goto('about:blank');
    }
    await holder.goTo(`/s/${peiling.code}`);
    await holder.reads(say('over-withdraw'));
    await holder.leaves();

    const list = (await (await fetch(`${place.url}/s/${peiling.code}/counted`)).json()) as PublishedCount;
    expect([list.numbers.length, list.withdrawals.length]).toEqual([7, 2]);
  });
});
