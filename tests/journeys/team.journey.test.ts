import { areas } from '@lerend/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationMessages } from '#lib/features/conversation/messages.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { stepPlanMessages } from '#lib/features/step-plan/messages.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { formatDay, languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';
import type { Somebody } from './harness/somebody.ts';

let place: Place;

describe.each(languages)('a team (%s)', (language) => {
  const say = conversationMessages(language);
  const plan = stepPlanMessages(language);
  const today = dayOf(new Date());

  beforeAll(async () => {
    place = await openPlace({ story: 'team', language, holdsExample: true });
  });
  afterAll(() => place.close());

  /** Eleven times: the descriptions are read, and the one that fits is chosen. */
  async function placesItself(person: Somebody): Promise<void> {
    for (const [at] of areas.entries()) {
      await person.page
        .locator('input[name=level]')
        .nth(at % 4)
        .check();
      await person.press(say('place-save'));
    }
    expect(await person.heading()).toBe(say('place-done'));
  }

  async function agrees(person: Somebody): Promise<void> {
    await person.fill(plan('owner'), ' ');
    await person.fill(plan('due-on'), addDays(today, 40));
    await person.fill(plan('look-back-on'), addDays(today, 42));
    await person.press(say('agree-save'));
    await person.reads(say('owner-missing'));
    await person.fill(plan('owner'), 'Aylin');
    await person.fill(plan('look-back-on'), addDays(today, 42));
    await person.press(say('agree-save'));
    await person.reads(say('outcome-look-back', { day: formatDay(addDays(today, 42), language) }));
  }

  test('holds its conversation on a phone, from placing itself to an agreed step', async () => {
    const ruben = await inTheShoesOf(place, 'manager', { language, device: 'phone' });
    await ruben.goTo(`${ruben.home}/result`);
    await ruben.follow(/Storingsdienst/);
    await ruben.follow(resultMessages(language)('action-conversation'));
    const sheet = await ruben.downloads(ruben.page.getByRole('link', { name: say('paper-print') }));
    expect(sheet.bytes.subarray(0, 4).toString()).toBe('%PDF');
    await ruben.press(say('start-now'));
    await ruben.reads(say('place-area', { n: 1, total: areas.length, area: areas[0]?.name[language] ?? '' }));

    // Not placed yet, so nothing is revealed; the phone is put away and taken up again.
    expect(await ruben.page.getByRole('button', { name: say('reveal-open') }).count()).toBe(0);
    await placesItself(ruben);
    await ruben.goTo(`${ruben.home}/today`);
    await ruben.lands(() => ruben.page.goBack());
    await ruben.press(say('reveal-open'));
    await ruben.reads(say('reveal-lead-own'));
    await ruben.follow(say('reveal-next'));
    await ruben.fill(say('why-text'), 'We bellen elkaar pas als het misgaat.');
    await ruben.press(say('why-save'));

    // Looks for something else first, finds nothing, and takes the first proposal.
    await ruben.page.getByLabel(say('choose-search-label')).fill('zzzz');
    await ruben.press(say('choose-search-button'));
    await ruben.reads(say('choose-found', { n: 0, query: 'zzzz' }));
    await ruben.lands(() => ruben.page.locator('button[name=choice]').first().click());
    expect(await ruben.heading()).toBe(say('agree-heading'));
    await agrees(ruben);
    await ruben.follow(say('outcome-step'));
    await ruben.reads('Aylin');
    await ruben.leaves();
  });

  test('too small for figures, it goes by its own placing and the result above it', async () => {
    const marjolein = await inTheShoesOf(place, 'coordinator', { language, device: 'phone' });
    await marjolein.goTo(`${marjolein.home}/conversation`);
    await marjolein.follow('Communicatie');
    await marjolein.press(say('start-now'));
    await placesItself(marjolein);
    await marjolein.press(say('reveal-open'));
    await marjolein.reads(say('reveal-lead-above'));
    await marjolein.follow(say('reveal-next'));
    await marjolein.press(say('why-save'));
    await marjolein.fill(say('choose-own-title'), 'Elke maandag tien minuten vragen');
    await marjolein.page.locator('select[name=area]').selectOption('trust');
    await marjolein.lands(() => marjolein.page.locator('form:has(input[value=own]) button').click());
    await agrees(marjolein);
    await marjolein.leaves();
  });

  test('enters a conversation that was held on paper, afterwards', async () => {
    const marjolein = await inTheShoesOf(place, 'coordinator', { language, device: 'desk' });
    await marjolein.goTo(`${marjolein.home}/conversation`);
    await marjolein.follow('Kantoorautomatisering');
    await marjolein.follow(say('paper-enter'));
    await marjolein.fill(say('afterwards-day'), addDays(today, -1));
    await marjolein.page.getByText(say('afterwards-placing-open'), { exact: true }).click();
    await marjolein.page.locator('select[name=place-trust]').selectOption({ index: 2 });
    await marjolein.tick(say('afterwards-own'));
    await marjolein.fill(plan('owner'), 'Sam');
    await marjolein.fill(plan('due-on'), addDays(today, 30));
    await marjolein.fill(plan('look-back-on'), addDays(today, 31));
    await marjolein.press(say('afterwards-save'));
    await marjolein.reads(say('title-missing'));
    await marjolein.fill(say('choose-own-title'), 'Samen de handleiding herschrijven');
    await marjolein.page.locator('select[name=area]').selectOption('knowledge');
    await marjolein.press(say('afterwards-save'));
    await marjolein.reads('Samen de handleiding herschrijven');
    await marjolein.leaves();
  });
});
