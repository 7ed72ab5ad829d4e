import { answerScale, itemsOf } from '@lerend/instrument';
import { afterEach, describe, expect, test } from 'vitest';
import { contactMessages } from '#lib/features/contact/messages.ts';
import { quickTryMessages } from '#lib/features/quick-try/messages.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { manager, openPeiling, untilResult } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { signInByMail } from './harness/sign-in.ts';

let place: Place;
afterEach(() => place.close());

const expert = { name: 'Hanna Vermeer', email: 'hanna.vermeer@meetlat.example' };

describe.each(languages)('talk about it with somebody (%s)', (language) => {
  const say = contactMessages(language);

  test('from the eleven questions and from a result, with exactly what the sender chose', async () => {
    let peiling: PeilingToAnswer | undefined;
    place = await openPlace({
      story: 'contact',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'short');
      },
    });
    if (!peiling) throw new Error('There is no peiling.');
    const home = `/o/${peiling.organisation.organisationId}`;
    const coordinator = await untilResult(peiling, place, language);

    // The coordinator names somebody to talk with.
    await coordinator.goTo(`${home}/organisation/contact`);
    await coordinator.fill(say('people-name'), expert.name);
    await coordinator.fill(say('people-email'), expert.email);
    await coordinator.press(say('people-add'));
    await coordinator.reads(say('people-added', { name: expert.name }));

    // A visitor tried the eleven questions and shares them, without a name.
    const visitor = await place.somebody({ device: 'phone' });
    await visitor.goTo('/try');
    const [first, second] = itemsOf('pulse').map(({ text }) => text[language]);
    for (const [question, at] of [[first, 4], [second, 0]] as const) {
      await visitor.page.getByRole('group', { name: question ?? '' }).getByLabel(answerScale.options[at]?.label[language] ?? '', { exact: true }).check();
    }
    await visitor.page.getByRole('button', { name: quickTryMessages(language)('show') }).click();
    await visitor.follow(quickTryMessages(language)('then-talk'));
    await visitor.fill(say('talk-text'), 'Ik wil weten hoe anderen dit doen.');
    await visitor.tick(say('try-share'));
    await visitor.looks();
    await visitor.press(say('talk-send'));
    await visitor.reads(say('sent-lead'));
    const tried = await place.mailbox.next(expert.email);
    expect(tried.subject).toBe(say('mail-subject-quick-try'));
    expect(tried.text).toContain('Ik wil weten hoe anderen dit doen.');
    expect(tried.text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(2);
    expect(tried.text).toContain(answerScale.options[4]?.label[language]);
    await visitor.leaves();

    // A manager writes about her team's result: one line is ticked, so one line goes along.
    const femke = await place.somebody({ device: 'desk' });
    await signInByMail(femke, place, manager.email, language);
    await femke.goTo(`${home}/result`);
    await femke.goTo(`${home}/result/${peiling.scanId}`);
    await femke.follow(resultMessages(language)('action-contact'));
    await femke.fill(say('talk-text'), 'Hoe lees ik dit?');
    const lines = femke.page.locator('input[name="lines[]"]');
    expect(await lines.count()).toBeGreaterThan(1);
    const chosen = (await lines.nth(1).getAttribute('value')) ?? '';
    await lines.nth(1).check();
    await femke.press(say('talk-send'));
    await femke.reads(chosen);
    const about = await place.mailbox.next(expert.email);
    expect(about.text.split('\n').filter((line) => line.startsWith('- '))).toEqual([`- ${chosen}`]);
    expect(about.text).toContain(manager.name);

    // The coordinator's outbox shows that a mail went, and not what it says.
    await coordinator.goTo(`${home}/organisation/outbox`);
    await coordinator.readsNowhere('Hoe lees ik dit?');
    for (const person of [femke, coordinator]) await person.leaves();
  });
});
