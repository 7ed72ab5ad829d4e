import { areas, itemsOf, profileQuestions } from '@lerend/instrument';
import { wordsIn } from '#lib/report/index.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { entryMessages } from '#lib/entry/messages.ts';
import { answeringMessages } from '#lib/features/answering/messages.ts';
import { invitationMessages } from '#lib/features/invitation/messages.ts';
import { organisationMessages } from '#lib/features/organisation/messages.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { todayMessages } from '#lib/features/today/messages.ts';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { languages } from '#lib/platform/language/index.ts';
import { othersAnswer } from './harness/others-answer.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { linkIn, signInByMail } from './harness/sign-in.ts';

let place: Place;
afterEach(() => place.close());

/** Twenty-two people in two teams; and five rows that nobody should get away with. */
const colleagues = Array.from({ length: 22 }, (_, at) => ({
  name: `Medewerker ${at + 1}`,
  unit: at < 12 ? 'Zorg > Noord' : 'Zorg > Zuid',
  email: `medewerker${at + 1}@zorgzaam.example`,
}));
const list = [
  'Naam;Onderdeel;Leidinggevende;Mailadres',
  ...colleagues.map(({ name, unit, email }) => `${name};${unit};;${email}`),
  ';Zorg > Noord;;', // line 24: no name
  'Sanne de Wit;;;', // line 25: no unit
  'Bram Visser;Zorg > Noord;;geen adres', // line 26: no mail address
  'Iris Smit;Zorg > Noord;;medewerker1@zorgzaam.example', // line 27: somebody else's address
  'Lotte Mulder;Zorg > Zuid;Wie Dan Ook;', // line 28: an unknown manager; read all the same, invited on paper
].join('\n');

describe.each(languages)('a coordinator (%s)', (language) => {
  const organisation = organisationMessages(language);
  const scan = scanMessages(language);
  const invitation = invitationMessages(language);
  const result = resultMessages(language);
  const frame = entryMessages(language);
  const today = dayOf(new Date());
  const title = language === 'nl' ? 'Peiling van dit najaar' : 'This autumn’s survey';

  test('starts an organisation, prepares, invites, follows the response, closes, and has a result', async () => {
    place = await openPlace({ story: 'coordinator', language });
    const noor = await place.somebody({ device: 'desk' });
    const menu = noor.page.getByRole('navigation', { name: frame('navigation') });

    // Her own organisation, with a password that is too short at first.
    await noor.goTo('/start');
    await noor.fill(organisation('organisation-name'), 'Zorgzaam');
    await noor.fill(organisation('your-name'), 'Noor Bakker');
    await noor.fill(organisation('email'), 'noor@zorgzaam.example');
    await noor.fill(organisation('password'), 'kort');
    await noor.press(organisation('start'));
    await noor.reads(organisation('password-too-short'));
    await noor.fill(organisation('password'), 'een zin die ik onthoud');
    await noor.press(organisation('start'));
    const home = new URL(noor.page.url()).pathname.split('/').slice(0, 3).join('/');
    expect(await noor.heading()).toBe(organisation('organisation-title', { units: 1, people: 0 }));

    // A unit that is typed, and the people from a list with five faulty rows.
    await noor.fill(organisation('unit-name'), language === 'nl' ? 'Keuken' : 'Kitchen');
    await noor.fill(organisation('head-count'), '7');
    await noor.press(organisation('unit-add'));
    await noor.follow(organisation('tab-import'));
    await noor.page
      .getByLabel(organisation('import-file'))
      .setInputFiles({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${list}`) });
    await noor.press(organisation('import-read'));
    await noor.reads(organisation('preview-faults', { n: 5 }));
    const faults = await noor.page.locator('tr.is-faulty').allInnerTexts();
    expect(faults.map((row) => Number.parseInt(row, 10))).toEqual([24, 25, 26, 27, 28]);
    await noor.reads(organisation('row-email-twice', { value: 'medewerker1@zorgzaam.example', other: 2 }));
    const preview = noor.page.url();
    await noor.goTo(`${home}/organisation`);
    await noor.readsNowhere('Noord');
    await noor.goTo(preview);
    await noor.press(organisation('preview-confirm'));
    await noor.reads(organisation('import-done', { added: 23, moved: 0, left: 0 }));
    await noor.follow(organisation('tab-units'));
    await noor.reads('Noord');

    // Access for who must decide, and for a manager.
    await noor.follow(organisation('tab-access'));
    for (const [name, email, role, unit] of [
      ['Karin de Boer', 'karin@zorgzaam.example', 'role-director', null],
      ['Omar Haddad', 'omar@zorgzaam.example', 'role-works-council', null],
      ['Femke Jansen', 'femke@zorgzaam.example', 'role-manager', '· · Noord'],
    ] as const) {
      await noor.fill(organisation('access-name'), name);
      await noor.fill(organisation('email'), email);
      await noor.choose(organisation('access-role'), organisation(role));
      if (unit) await noor.choose(organisation('access-unit'), unit);
      await noor.press(organisation('access-give'));
      await noor.reads(organisation('access-given', { name }));
    }

    // A draft; its last day before its first is refused where it was typed.
    await noor.follow(frame('scan'), menu);
    await noor.follow(scan('prepare'));
    await noor.fill(scan('title'), title);
    await noor.page.locator('input[name=form][value=short]').check();
    for (const name of ['nl', 'en'] as const) await noor.tick(scan(`language-${name}`));
    await noor.fill(scan('opens-on'), today);
    await noor.fill(scan('closes-on'), addDays(today, 14));
    await noor.page.locator('#reminder-0').fill(addDays(today, 90));
    await noor.page.locator('#reminder-1').fill('');
    await noor.press(scan('prepare-save'));
    await noor.reads(scan('reminder-outside'));
    await noor.page.locator('#reminder-0').fill(addDays(today, 7));
    // Four questions about people's own work are refused; two are what the works council will read.
    const [tenure, shifts, ...others] = profileQuestions;
    for (const question of profileQuestions.slice(0, 4)) await noor.page.locator(`#${question.id}`).check();
    await noor.press(scan('prepare-save'));
    await noor.reads(scan('profile-too-many'));
    expect(await noor.page.locator('input[name="profileQuestions[]"]:checked').count()).toBe(4);
    for (const { id } of others.slice(0, 2)) await noor.page.locator(`#${id}`).uncheck();
    // How many people that are is known of one question; half of it is refused, and so are numbers of other people.
    const people = (band: number) => noor.page.locator(`#${shifts?.id}-people-${band}`);
    await noor.page.locator(`#${others[0]?.id}-people-1`).waitFor({ state: 'hidden' });
    await people(1).fill('10');
    await noor.press(scan('prepare-save'));
    await noor.reads(scan('heads-incomplete'));
    expect(await people(1).inputValue()).toBe('10');
    await people(2).fill('200');
    await noor.press(scan('prepare-save'));
    await noor.reads(scan('heads-misfit', { name: shifts?.name[language], sum: 210, people: 30 }));
    await people(2).fill('20');
    await noor.press(scan('prepare-save'));
    await noor.reads(tenure?.name[language].toLowerCase() ?? '');
    expect(await noor.heading()).toBe(scan('heading-draft', { title, n: 2 }));
    const peiling = new URL(noor.page.url()).pathname;

    // It can't open yet: not on the page, and not around it either.
    expect(await noor.page.getByRole('button', { name: scan('open-now') }).count()).toBe(0);
    const refused = await noor.context.request.post(`${peiling}?/open`, {
      form: {},
      headers: { origin: place.url, accept: 'text/html' },
    });
    expect(refused.status()).toBe(409);
    expect(await refused.text()).toContain(scan('missing-promise'));

    // The director promises, with a day that is too early at first.
    const karin = await place.somebody({ device: 'phone' });
    await signInByMail(karin, place, 'karin@zorgzaam.example', language);
    await karin.follow(todayMessages(language)('promise-action'));
    await karin.fill(scan('result-on'), addDays(today, 21));
    await karin.fill(scan('hours-per-team'), 'veel');
    await karin.fill(scan('euros-per-team'), '500');
    await karin.press(scan('promise-give'));
    await karin.reads(scan('hours-unclear'));
    await karin.fill(scan('hours-per-team'), '12');
    await karin.press(scan('promise-give'));
    await karin.reads(/12 (uur|hours)/);

    // The works council reads everything on one page and consents.
    const omar = await place.somebody({ device: 'desk' });
    await signInByMail(omar, place, 'omar@zorgzaam.example', language);
    await omar.follow(todayMessages(language)('consent-action'));
    await omar.reads(scan('kept-never'));
    await omar.reads(scan('kept-profile'));
    await omar.reads(tenure?.text[language] ?? '');
    await omar.reads(tenure?.cost[language] ?? '');
    await omar.reads(scan('heads-of', { label: shifts?.bands[0]?.label[language], n: 10 }));
    await omar.reads(scan('heads-consent', { questions: shifts?.name[language].toLowerCase() }));
    await omar.tick(scan('decision-consent'));
    await omar.press(scan('consent-save'));

    // Now it opens, and everyone is invited: by mail, by letter and card, and by cards to be drawn.
    await noor.goTo(peiling);
    expect(await noor.heading()).toBe(scan('heading-ready', { title }));
    // Nobody keeps the key: the browser asks her to say that the server may, and so does the server.
    await noor.page.getByRole('button', { name: scan('open-now') }).click();
    expect(await noor.heading()).toBe(scan('heading-ready', { title }));
    const unchosen = await noor.context.request.post(`${peiling}?/open`, {
      form: {},
      headers: { origin: place.url, accept: 'text/html' },
    });
    expect(await unchosen.text()).toContain(scan('server-key-not-chosen'));
    await noor.tick(scan('open-server-keeps'));
    await noor.press(scan('open-now'));
    await noor.follow(scan('invitations-go'));
    await noor.press(invitation('make'));
    await noor.press(invitation('mail-send'));
    const mails = [];
    for (const { email } of colleagues) mails.push(await place.mailbox.next(email));
    const links = mails.map(({ text }) => linkIn(text));
    expect(new Set(links).size).toBe(colleagues.length);
    expect(mails[0]?.text).toMatch(/12 (uur|hours)/);
    for (const kind of ['letters', 'cards', 'unnamed-cards'] as const) {
      const button = noor.page.locator(`form:has(input[value=${kind}]):has(input[value=${language}]) button`);
      const count = await button.count();
      if (count === 0) continue;
      const { name, bytes } = await noor.downloads(button);
      expect(name).toMatch(/\.pdf$/);
      expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
    }

    // The outbox shows no link that somebody else could use.
    await noor.goTo(`${home}/organisation/outbox`);
    await noor.readsNowhere(/\/s\/|token=/);

    // A colleague's link works; sixteen answer, and the response doesn't move before tomorrow morning.
    const colleague = await place.somebody({ device: 'phone' });
    await colleague.goTo(links[0] ?? '');
    await colleague.reads(answeringMessages(language)('heading'));
    // The last screen before sending is about their own work: an answer can be taken back, and none is asked for.
    const next = colleague.page.getByRole('button', { name: answeringMessages(language)('next'), exact: true });
    await colleague.page.getByRole('button', { name: answeringMessages(language)('begin'), exact: true }).click();
    for (let step = 1; step <= areas.length; step += 1) await next.click();
    await colleague.reads(answeringMessages(language)('profile-name'));
    await colleague.reads(answeringMessages(language)('profile-why', { least: 10 }));
    const inShifts = colleague.page.getByRole('group', { name: shifts?.text[language] ?? '' });
    await inShifts.getByLabel(shifts?.bands[0]?.label[language] ?? '', { exact: true }).check();
    await inShifts.getByLabel(answeringMessages(language)('profile-skip'), { exact: true }).check();
    await colleague.looks();
    await next.click();
    await colleague.reads(answeringMessages(language)('left-open-many').replace('#', String(itemsOf('short').length)));
    const plain = await place.somebody({ device: 'desk', hasScript: false });
    await plain.goTo(new URL(links[0] ?? '').pathname);
    await plain.reads(answeringMessages(language)('profile-name'));
    await plain.leaves();
    await othersAnswer(links.slice(0, 16), 'short');
    await noor.goTo(`${peiling}/response`);
    expect(await noor.heading()).toBe(invitation('response-heading-under-a-quarter'));
    await noor.reads(invitation('lists-title'));
    await noor.readsNowhere(/\b16\b/);
    await noor.reads(invitation('band-none'));

    // Closed by hand and counted at once: she and the works council read the result first, the others on the promised day.
    await noor.goTo(peiling);
    await noor.page.getByText(scan('close-by-hand'), { exact: true }).click();
    await noor.press(scan('close-now'));
    await noor.goTo(peiling);
    expect(await noor.heading()).toBe(scan('heading-opened', { title }));
    await noor.follow(scan('result-go'));
    await noor.reads(result('publish-title'));
    // Nobody said anything of their own work: the page says so, and why.
    await noor.follow(result('profile-go'));
    expect(await noor.heading()).toBe(result('profile-too-few'));
    await noor.reads(wordsIn(language).say('profile.none', { least: 10 }));
    await noor.page.goBack();
    await karin.goTo(`${home}/result`);
    await karin.reads(result('list-heading-empty'));
    await noor.press(result('publish-button'));
    await karin.goTo(`${home}/result`);
    await karin.reads(title);

    for (const person of [noor, karin, omar, colleague]) await person.leaves();
  });
});
