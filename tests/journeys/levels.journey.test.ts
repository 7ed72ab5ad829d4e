import { areaCodes, areas, itemsOfArea, levelNames } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { afterEach, describe, expect, test } from 'vitest';
import { cutScoreMessages } from '#lib/features/cut-scores/messages.ts';
import { settingMessages } from '#lib/features/standard-setting/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';

let place: Place;
afterEach(() => place.close());

/** Ten panellists in two rounds, of whom each page is asked for: more than a story usually takes. */
const patienceMs = 400_000;

type Trio = readonly [number, number, number];
const fieldsOf = (area: AreaCode, trio: Trio) =>
  Object.fromEntries(
    itemsOfArea(area, 'short').flatMap(({ id }) => trio.map((at, cut) => [`${id}-${cut}`, String(at)])),
  );

/** A form sent from a page of the place itself, as a browser does. */
async function post(address: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const headers = {
    origin: new URL(address).origin,
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
  };
  const answer = await fetch(address, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  expect(answer.status, address).toBeLessThan(400);
  return answer;
}

/** Somebody on another phone, who joins and fills in everything; gives the address of their sheet. */
async function anotherPanellist(link: string, trio: Trio): Promise<string> {
  const joined = await post(link, { role: 'member' });
  const sheet = new URL(joined.headers.get('location') ?? '', link).href;
  for (const { code } of areas) await post(`${sheet}/${code}`, fieldsOf(code, trio));
  await post(`${sheet}?/finish`, {});
  return sheet;
}

describe.each(languages)('where the levels begin (%s)', (language) => {
  const say = settingMessages(language);
  const cut = cutScoreMessages(language);

  test(
    'a panel sets them in two rounds, and the coordinator adopts them and goes back',
    async () => {
      place = await openPlace({ story: 'levels', language, holdsExample: true });
      const marjolein = await inTheShoesOf(place, 'coordinator', { language });
      await marjolein.goTo(`${marjolein.home}/organisation/levels`);
      expect(await marjolein.heading()).toBe(cut('heading-provisional'));
      await marjolein.follow(say('start-link'));
      await marjolein.fill(say('new-name'), 'Herfst');
      await marjolein.press(say('new-button'));
      await marjolein.reads(say('panel-empty'));
      const session = marjolein.page.url();
      const link = await marjolein.page.locator('.link').innerText();
      const form = await marjolein.downloads(marjolein.page.getByRole('link', { name: say('invite-paper') }));
      expect(form.bytes.subarray(0, 4).toString()).toBe('%PDF');

      // Kees joins on his phone, without script, makes a mistake, stops, and comes back to his own sheet.
      const kees = await place.somebody({ device: 'phone', hasScript: false });
      await kees.goTo(new URL(link).pathname);
      await kees.tick(say('role-member'));
      await kees.press(say('join-button'));
      const sheet = kees.page.url();
      const [first] = areas;
      const [item] = itemsOfArea(first?.code ?? 'trust', 'short');
      await kees.follow(say('home-begin', { area: first?.shortName[language] ?? '' }));
      for (const [at, value] of ['4', '3', '5'].entries())
        await kees.page.locator(`select[name="${item?.id}-${at}"]`).selectOption(value);
      await kees.press(say('area-keep'));
      await kees.reads(say('judgement-order'));
      expect(await kees.page.locator(`select[name="${item?.id}-0"]`).inputValue()).toBe('4');
      for (const { id } of itemsOfArea(first?.code ?? 'trust', 'short'))
        for (const [at, value] of ['2.5', '3.5', '4.5'].entries())
          await kees.page.locator(`select[name="${id}-${at}"]`).selectOption(value);
      await kees.press(say('area-keep'));
      await kees.goTo(new URL(sheet).pathname);
      await kees.reads(say('home-progress', { done: 1, all: areaCodes.length }));
      for (const { code } of areas) await post(`${sheet}/${code}`, fieldsOf(code, [2.5, 3.5, 4.5]));
      await kees.goTo(new URL(sheet).pathname);
      await kees.press(say('home-finish'));
      expect(await kees.heading()).toBe(say('home-finished'));

      // Nine others, of whom some see it a bit lower.
      const others: string[] = [];
      for (let at = 0; at < 9; at += 1) others.push(await anotherPanellist(link, at < 3 ? [2, 3, 4] : [2.5, 3.5, 4.5]));
      await marjolein.goTo(new URL(session).pathname);
      await marjolein.reads(say('heading-round', { finished: 10, all: 10 }));
      await marjolein.press(say('end-round-button'));
      expect(await marjolein.heading()).toBe(say('heading-between'));
      await marjolein.reads(say('between-talk'));
      await kees.goTo(new URL(sheet).pathname);
      expect(await kees.heading()).toBe(say('home-between'));
      await marjolein.press(say('second-button'));

      // In the second round Kees reads where the panel lay.
      await kees.goTo(`${new URL(sheet).pathname}/trust`);
      await kees.reads(/De groep:|The panel:/u);
      await kees.goTo(new URL(sheet).pathname);
      await kees.press(say('home-finish'));
      for (const other of others) await post(`${other}?/finish`, {});
      await marjolein.goTo(new URL(session).pathname);
      await marjolein.press(say('close-button'));
      expect(await marjolein.heading()).toBe(say('heading-settled'));
      await kees.goTo(new URL(sheet).pathname, 410);
      await kees.leaves();
      const report = await marjolein.downloads(marjolein.page.getByRole('link', { name: say('document-link') }));
      expect(report.bytes.subarray(0, 4).toString()).toBe('%PDF');

      // Adopted with reasons, and back again.
      await marjolein.fill(
        say('rationale-nl'),
        'Tien mensen uit vier teams keken naar een team dat er nog maar net is.',
      );
      await marjolein.fill(
        say('rationale-en'),
        'Ten people of four teams looked at a team that has only just got there.',
      );
      await marjolein.press(say('adopt-button'));
      await marjolein.follow(say('levels'), marjolein.page.getByRole('main'));
      expect(await marjolein.heading()).toBe(cut('heading-panel', { panellists: 10 }));
      await marjolein.reads(levelNames.improving.name[language]);
      await marjolein.press(cut('return-built-in'));
      await marjolein.reads(cut('done-returned'));
      expect(await marjolein.heading()).toBe(cut('heading-provisional'));
      await marjolein.leaves();
    },
    patienceMs,
  );
});
