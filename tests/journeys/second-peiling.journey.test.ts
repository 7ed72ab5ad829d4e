import { afterEach, describe, expect, test } from 'vitest';
import { resultMessages } from '#lib/features/result/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';

let place: Place;
afterEach(() => place.close());

describe.each(languages)('a second peiling (%s)', (language) => {
  const say = resultMessages(language);

  test('shows what changed, what of it is more than noise, and what can’t be compared', async () => {
    place = await openPlace({ story: 'second', language, holdsExample: true });
    const marjolein = await inTheShoesOf(place, 'coordinator', { language });
    const main = marjolein.page.getByRole('main');
    await marjolein.goTo(`${marjolein.home}/result`);
    await marjolein.follow(say('five-read'));
    await marjolein.reads(say('change-heading'));
    await marjolein.reads(/Eerste peiling/);

    // Distribution's story: after a year trust is up by more than noise; support went down at Productie.
    await marjolein.follow('Distributie', main);
    await marjolein.reads(say('change-heading'));
    expect(await main.locator('.change-list, figure').count()).toBeGreaterThan(0);
    await marjolein.goTo(`${new URL(marjolein.page.url()).pathname}/area/trust`);
    await marjolein.reads(/Eerste peiling|vorige keer|last time/i);

    // One more person changes what a comparison would tell about them: so there is none, with the reason.
    await marjolein.goTo(`${marjolein.home}/result`);
    await marjolein.follow(say('five-read'));
    await marjolein.follow('Productie', main);
    await marjolein.follow('Winning en zuivering Zuid', main);
    await marjolein.reads(say('incomparable-invited-list-differs-by-a-few'));

    // The first result is still what it was.
    await marjolein.goTo(`${marjolein.home}/result`);
    await marjolein.follow('Eerste peiling', main);
    await marjolein.readsNowhere(say('change-heading'));
    await marjolein.leaves();
  });
});
