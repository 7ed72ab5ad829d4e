import { afterEach, describe, expect, test } from 'vitest';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';

let place: Place;
afterEach(() => place.close());

describe.each(languages)('before a peiling starts (%s)', (language) => {
  const say = scanMessages(language);

  test('the coordinator sees which units get a figure, how wide, and which questionnaire is enough', async () => {
    place = await openPlace({ story: 'foresight', language, holdsExample: true });
    const marjolein = await inTheShoesOf(place, 'coordinator', { language });
    await marjolein.goTo(`${marjolein.home}/scan/new`);
    await marjolein.press(say('prepare-save'));
    await marjolein.follow(say('foresight'));

    // What is expected comes from the last result, and so does how far answers differ.
    await marjolein.reads(/Bij ‘.+’ waren het er \d+|In ‘.+’ it was \d+/);
    const usual = await marjolein.heading();
    expect(usual).toMatch(/\d+\s?%.*\d+/);
    await marjolein.page.locator('summary', { hasText: say('foresight-basis') }).click();
    await marjolein.readsNowhere('bhr2000');
    await marjolein.looks();

    // Fewer answers, fewer figures; the page is of that expectation alone, and can be sent to somebody.
    await marjolein.fill(say('foresight-response'), '20');
    await marjolein.choose(say('foresight-question'), say('foresight-question-whole'));
    await marjolein.press(say('foresight-calculate'));
    expect(new URL(marjolein.page.url()).searchParams.get('response')).toBe('20');
    expect(await marjolein.heading()).not.toBe(usual);
    await marjolein.reads(say('foresight-without'));
    await marjolein.reads(say('foresight-question-whole'));
    await marjolein.page.locator('summary', { hasText: /^Alle \d+ onderdelen$|^All \d+ units$/ }).click();
    await marjolein.looks();

    // What makes no sense in the address is as if it weren't there.
    await marjolein.goTo(`${new URL(marjolein.page.url()).pathname}?response=veel&question=x`);
    expect(await marjolein.heading()).toBe(usual);
    await marjolein.leaves();
  });
});
