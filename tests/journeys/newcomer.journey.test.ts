import { areas, answerScale, itemsOf, outcomeItems } from '@lerend/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryMessages } from '#lib/entry/messages.ts';
import { exampleMessages } from '#lib/features/example/messages.ts';
import { learnMessages } from '#lib/features/learn/messages.ts';
import { organisationMessages } from '#lib/features/organisation/messages.ts';
import { privacyMessages } from '#lib/features/privacy/messages.ts';
import { quickTryMessages } from '#lib/features/quick-try/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';

let place: Place;

describe.each(languages)('a newcomer (%s)', (language) => {
  const learn = learnMessages(language);
  const quickTry = quickTryMessages(language);
  const frame = entryMessages(language);

  beforeAll(async () => {
    place = await openPlace({ story: 'newcomer', language });
  });
  afterAll(() => place.close());

  test('reads what this is, tries the eleven questions, and finds a practice, the questionnaire and the privacy page', async () => {
    const newcomer = await place.somebody({ device: 'phone' });

    await newcomer.goTo('/');
    expect(await newcomer.heading()).toBe(learn('front-title'));
    await newcomer.reads(/Senge/);
    await newcomer.reads(/Bersin/);
    await newcomer.follow(learn('door-try'));

    // Eleven questions, each answered as it comes; the first is left open.
    const asked: string[] = [];
    newcomer.page.on('request', (request) =>
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    );
    const questions = itemsOf('pulse');
    expect(questions).toHaveLength(areas.length);
    for (const [at, question] of questions.entries()) {
      if (at === 0) continue;
      const group = newcomer.page.getByRole('group', { name: question.text[language] });
      await group.getByLabel(answerScale.options[at % 5]?.label[language] ?? '', { exact: true }).check();
    }
    await newcomer.page.getByRole('button', { name: quickTry('show') }).click();
    await newcomer.reads(quickTry('result-title'));
    expect(await newcomer.page.locator('.own-gauge-dot').count()).toBe(questions.length - 1);
    await newcomer.reads(quickTry('limits-team'));
    await newcomer.looks();
    expect(asked, 'the answers stay in the browser').toEqual([]);
    expect(await newcomer.context.cookies()).toEqual([]);

    // They are still there after looking around, as long as the tab is open.
    await newcomer.follow(quickTry('next-all'));
    await newcomer.lands(() => newcomer.page.goBack());
    expect(await newcomer.page.locator('input:checked').count()).toBe(questions.length - 1);
    expect(asked.some((line) => line.startsWith('POST'))).toBe(false);

    // A practice, found by a word and a number of hours.
    await newcomer.goTo('/learn');
    await newcomer.follow(frame('practices'), newcomer.page.getByRole('contentinfo'));
    await newcomer.fill(learn('practices-query'), language === 'nl' ? 'fouten' : 'mistakes');
    await newcomer.press(learn('practices-search'));
    const practice = newcomer.page.getByRole('main').locator('a[href^="/practices/"]').first();
    const title = await practice.innerText();
    await newcomer.lands(() => practice.click());
    expect(await newcomer.heading()).toBe(title);
    await newcomer.reads(learn('practice-source'));

    // Too few hours for anything: the page says what to do.
    await newcomer.goTo('/practices?q=zzzz');
    await newcomer.reads(learn('practices-empty'));

    // The whole questionnaire, to be read and taken along.
    await newcomer.follow(frame('questionnaire'), newcomer.page.getByRole('contentinfo'));
    for (const item of [...itemsOf('full'), ...outcomeItems]) await newcomer.reads(item.text[language]);
    const { name, bytes } = await newcomer.downloads(
      newcomer.page.getByRole('link', { name: learn('questionnaire-json') }),
    );
    expect(name).toMatch(/\.json$/);
    expect(JSON.parse(bytes.toString())).toBeTypeOf('object');

    await newcomer.follow(frame('privacy'), newcomer.page.getByRole('contentinfo'));
    await newcomer.reads(privacyMessages(language)('uncertain-title'));
    await newcomer.leaves();
  });

  test('reads about one area, in the other language as well, and meets a page that does not exist', async () => {
    const newcomer = await place.somebody({ device: 'desk' });
    await newcomer.goTo('/learn');
    await newcomer.goTo('/learn/trust');
    await newcomer.reads(learn('area-levels'));
    // The framework's own address for what a page is made of gives nothing: there is the page, and no more.
    const data = await newcomer.context.request.get('/learn/trust/__data.json');
    expect((await data.text()).length).toBeLessThan(300);
    await newcomer.goTo('/practices/does-not-exist', 404);
    await newcomer.goTo('/nowhere', 404);
    await newcomer.reads(frame('error-title'));
    await newcomer.goTo('/start');
    await newcomer.goTo('/sign-in');
    await newcomer.fill(organisationMessages(language)('email'), 'niemand@voorbeeld.example');
    await newcomer.fill(organisationMessages(language)('password'), 'dit is geen wachtwoord');
    await newcomer.press(organisationMessages(language)('sign-in'));
    await newcomer.reads(organisationMessages(language)('sign-in-wrong'));
    const other = language === 'nl' ? 'en' : 'nl';
    await newcomer.page.getByRole('button', { name: other === 'en' ? 'English' : 'Nederlands' }).click();
    await newcomer.page.waitForFunction((lang) => document.documentElement.lang === lang, other);
    await newcomer.reads(organisationMessages(other)('sign-in-title'));
  });

  test('looks around in the example organisation, which is made while they wait', async () => {
    const say = exampleMessages(language);
    const newcomer = await place.somebody({ device: 'desk' });
    await newcomer.goTo('/');
    await newcomer.follow(learn('door-example'));
    await newcomer.press(say('make'));
    await newcomer.reads(say('making-title'));
    const begin = performance.now();
    await newcomer.page
      .getByRole('button', { name: say('look-as', { role: say('role-member') }) })
      .waitFor({ timeout: 60_000 });
    expect(performance.now() - begin).toBeLessThan(40_000);
    await newcomer.looks();
    await newcomer.press(say('look-as', { role: say('role-member') }));
    await newcomer.reads(frame('example-banner', { role: frame('role-member') }));
    await newcomer.leaves();
  });
});
