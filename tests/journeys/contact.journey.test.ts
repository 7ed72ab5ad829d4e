import { answerScale, itemsOf } from '@lerend/instrument';
import { afterEach, describe, expect, test } from 'vitest';
import { agendaMessages } from '#lib/features/agenda/messages.ts';
import { contactMessages } from '#lib/features/contact/messages.ts';
import { quickTryMessages } from '#lib/features/quick-try/messages.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { stepPlanMessages } from '#lib/features/step-plan/messages.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import { manager, openPeiling, untilResult } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { inTheShoesOf } from './harness/shoes.ts';
import { signInByMail } from './harness/sign-in.ts';

let place: Place;
afterEach(() => place.close());

const expert = { name: 'Hanna Vermeer', email: 'hanna.vermeer@meetlat.example' };

describe.each(languages)('talk about it with somebody (%s)', (language) => {
  const say = contactMessages(language);
  const steps = stepPlanMessages(language);

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
    for (const [question, at] of [
      [first, 4],
      [second, 0],
    ] as const) {
      await visitor.page
        .getByRole('group', { name: question ?? '' })
        .getByLabel(answerScale.options[at]?.label[language] ?? '', { exact: true })
        .check();
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

    // And about a step that she just took: now without her name.
    const plan = `${home}/step-plan/${peiling.team.id}`;
    await femke.goTo(`${plan}/new`);
    await femke.fill(steps('step-title'), 'Elke maandag een vraag');
    await femke.page.locator('select[name=area]').selectOption('trust');
    await femke.fill(steps('owner'), 'Sam');
    await femke.fill(steps('due-on'), addDays(dayOf(new Date()), 60));
    await femke.press(steps('add'));
    await femke.goTo(plan);
    await femke.follow(steps('open-step'));
    await femke.follow(steps('talk'));
    await femke.fill(say('talk-text'), 'Hoe begin ik hiermee?');
    await femke.page.locator('input[name=withName]').uncheck();
    await femke.press(say('talk-send'));
    await femke.reads(say('sent-nobody'));
    const step = await place.mailbox.next(expert.email);
    expect(step.subject).toBe(say('mail-subject-step'));
    expect(step.text).not.toContain(manager.name);
    expect(step.text).not.toContain('Elke maandag een vraag');

    // The coordinator's outbox shows that a mail went, and not what it says.
    await coordinator.goTo(`${home}/organisation/outbox`);
    await coordinator.readsNowhere('Hoe lees ik dit?');
    for (const person of [femke, coordinator]) await person.leaves();
  });

  test('in the example organisation nothing leaves the house', async () => {
    place = await openPlace({ story: 'contact-example', language, holdsExample: true });
    const ruben = await inTheShoesOf(place, 'manager', { language, device: 'phone' });
    await ruben.goTo(`${ruben.home}/step-plan`);
    await ruben.press(agendaMessages(language)('button'));
    await ruben.goTo(`${ruben.home}/contact`);
    await ruben.page.locator('input[name=contactPersonId]').first().check();
    await ruben.fill(say('talk-text'), 'Ik kijk maar wat rond.');
    await ruben.press(say('talk-send'));
    await ruben.leaves();

    const marjolein = await inTheShoesOf(place, 'coordinator', { language });
    await marjolein.goTo(`${marjolein.home}/organisation/outbox`);
    await marjolein.reads(/Agenda/);
    expect(place.mailbox.mails.map(({ subject }) => subject)).toEqual([]);
    await marjolein.leaves();
  });
});
