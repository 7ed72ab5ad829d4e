import { areas, profileQuestionsOf } from '@lerend/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartTexts } from '#lib/design/charts/chart-texts.ts';
import { entryMessages } from '#lib/entry/messages.ts';
import { qualityMessages } from '#lib/features/quality/messages.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { saidAndDoneMessages } from '#lib/features/said-and-done/messages.ts';
import { stepPlanMessages } from '#lib/features/step-plan/messages.ts';
import { todayMessages } from '#lib/features/today/messages.ts';
import { wordsMessages } from '#lib/features/words/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';

let place: Place;

describe.each(languages)('who reads the result (%s)', (language) => {
  const say = resultMessages(language);
  const frame = entryMessages(language);
  const words = wordsMessages(language);

  beforeAll(async () => {
    place = await openPlace({ story: 'reader', language, holdsExample: true });
  });
  afterAll(() => place.close());

  test('an employee reads the whole, her own team, one area, and what was done with the answers', async () => {
    const aylin = await inTheShoesOf(place, 'member', { language, device: 'phone' });
    await aylin.reads(frame('example-banner', { role: frame('role-member') }));
    await aylin.goTo(`${aylin.home}/result`);
    await aylin.follow(say('five-read'));
    await aylin.reads(say('areas-heading'));
    await aylin.reads(say('certainty-not-said'));
    for (const { shortName } of areas) await aylin.reads(shortName[language]);

    // Whether it is the same for everyone: of the whole organisation, and of no team.
    await aylin.follow(say('profile-go'));
    for (const { name } of profileQuestionsOf(['profile-tenure', 'profile-shifts'])) {
      const table = aylin.page.getByRole('table', { name: say('profile-caption', { name: name[language] }) });
      expect(await table.locator('tbody tr').count()).toBe(areas.length);
      expect(await table.locator('tbody td').allInnerTexts()).toContainEqual(expect.stringMatching(/^\d+ ± \d+$/));
    }
    await aylin.reads(say('profile-response'));
    await aylin.reads(say('weighting-title'));
    await aylin.reads(say('profile-certainty-gone'));

    await aylin.goTo(`${aylin.home}/result`);
    await aylin.follow(/Storingsdienst/);
    await aylin.reads(/Storingsdienst/);
    await aylin.readsNowhere(say('profile-go'));
    expect(await aylin.page.locator('figure .gauge-row li').count()).toBe(areas.length);
    await aylin.follow(
      areas.find(({ code }) => code === 'trust')?.shortName[language] ?? '',
      aylin.page.getByRole('main'),
    );
    await aylin.reads(say('area-levels'));

    await aylin.goTo(`${aylin.home}/step-plan`);
    await aylin.follow(stepPlanMessages(language)('tab-answered'));
    await aylin.reads(saidAndDoneMessages(language)('not'));

    // What isn't hers to open: a page that says so, in a sentence.
    await aylin.goTo(`${aylin.home}/scan`, 403);
    await aylin.goTo(`${aylin.home}/organisation/outbox`, 403);
    await aylin.goTo(`${aylin.home}/organisation/access`, 403);
    await aylin.goTo('/o/00000000-0000-4000-8000-000000000000/result', 404);
    await aylin.leaves();
  });

  test('a manager sees the units side by side by keyboard, takes files along, and can’t open another team', async () => {
    const ruben = await inTheShoesOf(place, 'manager', { language });
    expect(await ruben.heading()).toBe(todayMessages(language)('title', { n: 1 }));
    await ruben.goTo(`${ruben.home}/result`);
    await ruben.follow(/Storingsdienst/);
    const main = ruben.page.getByRole('main');

    for (const [label, begins] of [
      ['download-pdf', '%PDF'],
      ['download-xlsx', 'PK'],
      ['download-csv-areas', ''],
      ['download-csv-items', ''],
    ] as const) {
      const { name, bytes } = await ruben.downloads(main.getByRole('link', { name: say(label), exact: true }));
      expect(bytes.subarray(0, begins.length).toString('latin1'), name).toBe(begins);
      if (begins === '') expect(bytes.toString()).toMatch(/Storingsdienst/);
    }

    // The parcels: from strip to strip with the keyboard, and the same as a table.
    await ruben.goTo(`${ruben.home}/result`);
    await ruben.follow(say('below-side'));
    const strips = ruben.page.locator('.parcel-link');
    expect(await strips.count()).toBeGreaterThan(0);
    await strips.first().focus();
    await ruben.lands(() => ruben.page.keyboard.press('Enter'));
    await ruben.page.getByText(chartTexts(language).asTable, { exact: true }).last().click();
    await ruben.looks();

    // Another team's page, known from a colleague who may see it.
    const director = await inTheShoesOf(place, 'director', { language, device: 'phone' });
    await director.goTo(`${director.home}/result`);
    await director.follow('Meteropname');
    const theirs = new URL(director.page.url()).pathname;
    await ruben.goTo(theirs, 403);
    await ruben.reads(say('unit-not-yours'));
    await ruben.goTo(`${theirs}/pdf`, 403);
    await ruben.leaves();
    await director.leaves();
  });

  test('a director reads it in five minutes and sees what waits; the works council sees every unit and no single answer', async () => {
    const ingrid = await inTheShoesOf(place, 'director', { language, device: 'phone' });
    await ingrid.goTo(`${ingrid.home}/result`);
    await ingrid.reads(say('five-units'));
    await ingrid.follow(say('five-decide'));
    await ingrid.reads(stepPlanMessages(language)('decisions'));
    await ingrid.leaves();

    const winston = await inTheShoesOf(place, 'works-council', { language });
    await winston.goTo(`${winston.home}/result`);
    await winston.follow(say('five-read'));
    await winston.follow(say('certainty-quality'));
    await winston.reads(qualityMessages(language)('reliability-heading'));
    await winston.reads(qualityMessages(language)('alike-heading'));
    await winston.follow(qualityMessages(language)('back'));
    await winston.follow('Klant', winston.page.getByRole('main'));
    await winston.follow('Communicatie', winston.page.getByRole('main'));

    // Five people, of whom the lead answers elsewhere: counted with Klant, no figure anywhere, and what they can do.
    await winston.reads(language === 'nl' ? /telt in deze peiling mee bij Klant/ : /is counted with Klant/);
    await winston.reads(say('none-above', { parent: 'Klant', unit: 'Communicatie' }));
    const page = new URL(winston.page.url()).pathname;
    await winston.goTo(`${page}/area/trust`);
    await winston.reads(say('area-above', { parent: 'Klant', unit: 'Communicatie' }));
    const [scanPage = ''] = page.split('/unit/');
    for (const part of ['areas', 'items']) {
      const csv = await winston.context.request.get(`${scanPage}/csv?part=${part}`);
      const rows = (await csv.text()).split('\n').filter((row) => row.includes('Communicatie'));
      expect(rows.join('\n')).not.toMatch(/Communicatie[^\n]*\d/);
    }
    await winston.goTo(`${scanPage}/units`);
    const strip = winston.page.locator('.parcel-list li', { hasText: 'Communicatie' });
    if ((await strip.count()) > 0) expect(await strip.innerText()).not.toMatch(/\d/);
    // Words that were released can still be blacked out, for good.
    await winston.goTo(scanPage);
    await winston.follow(words('review-again'));
    await winston.looks();
    const answer = winston.page.locator('main section ol > li').first();
    const [word = ''] = (await answer.locator('p').first().innerText()).split(/[\s.,]/u);
    if ((await answer.locator('details[open]').count()) === 0) await answer.locator('summary').click();
    await answer.getByLabel(words('black-own')).fill(word);
    await winston.lands(() => answer.getByRole('button', { name: words('black-do') }).click());
    await winston.reads(words('black-done'));
    expect(await winston.page.getByRole('img', { name: words('black-aria') }).count()).toBeGreaterThan(0);
    await winston.goTo(`${winston.home}/privacy`);
    await winston.leaves();
  });
});
