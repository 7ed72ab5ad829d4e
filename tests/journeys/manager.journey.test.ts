import { afterEach, describe, expect, test } from 'vitest';
import { agendaMessages } from '#lib/features/agenda/messages.ts';
import { conversationMessages } from '#lib/features/conversation/messages.ts';
import { saidAndDoneMessages } from '#lib/features/said-and-done/messages.ts';
import { stepPlanMessages } from '#lib/features/step-plan/messages.ts';
import { todayMessages } from '#lib/features/today/messages.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { formatDay, languages } from '#lib/platform/language/index.ts';
import { manager, openPeiling, untilResult } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { signInByMail } from './harness/sign-in.ts';

let place: Place;
afterEach(() => place.close());

describe.each(languages)('a manager (%s)', (language) => {
  const say = stepPlanMessages(language);
  const told = saidAndDoneMessages(language);
  const today = dayOf(new Date());

  test('chooses a step, works on it, gets stuck, is helped, and looks back', async () => {
    let peiling: PeilingToAnswer | undefined;
    place = await openPlace({
      story: 'manager',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'short');
      },
    });
    if (!peiling) throw new Error('There is no peiling.');
    const { team, organisation } = peiling;
    const plan = `/o/${organisation.organisationId}/step-plan/${team.id}`;
    const director = await untilResult(peiling, place, language);

    // Today says what is asked of her: her team has a result and no step.
    const femke = await place.somebody({ device: 'phone' });
    await signInByMail(femke, place, manager.email, language);
    await femke.follow(todayMessages(language)('converse-action'));
    expect(await femke.heading()).toBe(conversationMessages(language)('unit-heading-none', { unit: team.name }));

    // Three proposals, each with why; a step without an owner is refused and keeps what was typed.
    await femke.goTo(plan);
    expect(await femke.heading()).toBe(say('heading-empty', { unit: team.name }));
    await femke.reads(say('proposals'));
    const proposals = femke.page.getByRole('main').locator('ol.ruled-list > li');
    expect(await proposals.count()).toBe(3);
    for (const proposal of await proposals.allInnerTexts()) expect(proposal).toContain(say('because'));
    const title = await proposals.first().locator('h3').innerText();
    await femke.follow(say('proposal-take-named', { title }));
    await femke.fill(say('owner'), ' ');
    await femke.press(say('add'));
    await femke.reads(say('owner-missing'));
    expect(await femke.page.getByLabel(say('step-title'), { exact: true }).inputValue()).toBe(title);
    await femke.fill(say('owner'), 'Joris');
    const due = await femke.page.getByLabel(say('due-on'), { exact: true }).inputValue();
    await femke.page.locator('input[name=start][value=now]').check();
    await femke.press(say('add'));

    // Ticks off an action, and takes the tick away again.
    await femke.goTo(plan);
    await femke.reads(say('lead-active', { owner: 'Joris', due: formatDay(due, language) }));
    const actions = femke.page.locator('button.action');
    const total = await actions.count();
    expect(total).toBeGreaterThan(0);
    await femke.lands(() => actions.first().click());
    await femke.goTo(plan);
    await femke.reads(say('actions-progress', { done: 1, total }));
    await femke.lands(() => femke.page.locator('button.action.is-done').first().click());
    await femke.goTo(plan);
    await femke.reads(say('actions-progress', { done: 0, total }));
    await femke.lands(() => actions.first().click());

    // The agenda of the next meeting, with an entry for the calendar.
    await femke.goTo(plan);
    await femke.press(agendaMessages(language)('button'));
    await femke.reads(agendaMessages(language)('sent', { to: manager.email }));
    const agenda = await place.mailbox.next(manager.email, /Agenda/i);
    expect(agenda.text).toContain(title);
    expect(agenda.calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR/);

    // Stuck, with a reason, to the director; who decides; and she hears.
    await femke.goTo(plan);
    await femke.follow(say('open-step'));
    await femke.page.getByText(say('stuck-title'), { exact: true }).click();
    await femke.fill(say('stuck-reason'), 'Er is geen ruimte in het rooster.');
    await femke.tick(say('helper-director'));
    await femke.press(say('stuck-report'));
    await director.goTo(`/o/${organisation.organisationId}/today`);
    await director.follow(todayMessages(language)('decide-action'));
    await director.reads('Er is geen ruimte in het rooster.');
    await director.fill(say('decide-title'), 'Jullie krijgen er een dagdeel bij.');
    await director.press(say('decide'));
    await director.reads(say('decided-saved'));
    expect((await place.mailbox.next(manager.email)).text).toContain('Jullie krijgen er een dagdeel bij.');

    // What was done with the answers, and what not, because; also for the wall.
    await femke.goTo(`${plan}/answered`);
    await femke.page.getByText(told('not-done-title'), { exact: true }).click();
    await femke.fill(told('not-done-said'), 'Elke vrijdag vrij.');
    await femke.fill(told('not-done-because'), 'Dan staat er niemand op de vloer.');
    await femke.press(told('not-done-add'));
    await femke.reads(told('not'));
    const poster = await femke.downloads(femke.page.getByRole('link', { name: told('poster') }));
    expect(poster.bytes.subarray(0, 4).toString()).toBe('%PDF');

    // Two steps can wait; a third can't.
    for (const name of ['Eerst dit', 'Dan dat', 'En dan nog dit']) {
      await femke.goTo(`${plan}/new`);
      await femke.fill(say('step-title'), name);
      await femke.page.locator('select[name=area]').selectOption('trust');
      await femke.fill(say('owner'), 'Sam');
      await femke.fill(say('due-on'), addDays(today, 60));
      await femke.press(say('add'));
    }
    await femke.reads(say('two-waiting'));

    // Finished, with a look back.
    await femke.goTo(plan);
    await femke.follow(say('open-step'));
    const finish = femke.page.locator('details', { hasText: say('finish-lead') });
    if ((await finish.getAttribute('open')) === null)
      await femke.page.getByText(say('finish-title'), { exact: true }).click();
    await femke.tick(say('helped-somewhat'));
    await femke.fill(say('look-back'), 'We zeggen het nu meteen.');
    await femke.press(say('finish'));
    expect(await femke.heading()).toBe(say('step-done-somewhat', { title }));
    await femke.goTo(`${plan}/answered`);
    await femke.reads('We zeggen het nu meteen.');
    for (const person of [femke, director]) await person.leaves();
  });
});
