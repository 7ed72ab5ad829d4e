import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBase64url } from '@lerend/ballot';
import { manifestMessages } from '#lib/features/manifest/messages.ts';
import { invitationMessages } from '#lib/features/invitation/messages.ts';
import { openingKeyMessages } from '#lib/features/opening-key/messages.ts';
import { registerOpeningKey } from '#lib/features/opening-key/server/index.ts';
import { grantAccess } from '#lib/features/organisation/server/index.ts';
import { resultMessages } from '#lib/features/result/messages.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { todayMessages } from '#lib/features/today/messages.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Role } from '#lib/platform/context/index.ts';
import { formatDay, languages } from '#lib/platform/language/index.ts';
import { draftedPeiling, importPeople, startedOrganisation } from '../product/make-peiling.ts';
import type { OwnOrganisation } from '../product/make-peiling.ts';
import { entered, withApp } from '../product/with-app.ts';
import { othersAnswer } from './harness/others-answer.ts';
import { openPeiling } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';
import { makeKey, shareOf } from './harness/make-key.ts';
import { linkIn, signInByMail } from './harness/sign-in.ts';

let place: Place;
let peiling: PeilingToAnswer;
let disk: string;

describe.each(languages)('a works council (%s)', (language) => {
  const say = manifestMessages(language);

  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'lerend-disk-'));
    place = await openPlace({
      story: 'works-council',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'full');
      },
    });
  });
  afterAll(async () => {
    await place.close();
    await rm(disk, { recursive: true, force: true });
  });

  test('looks up from elsewhere what was fixed, and works it out again on a machine of its own', async () => {
    const omar = await place.somebody({ device: 'desk' });
    await omar.goTo(`/s/${peiling.code}/manifest?language=${language}`);
    await omar.reads(say('page-fingerprint-text'));
    const fingerprint = (await omar.page.locator('.statement').innerText()).trim();
    expect(fingerprint).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    // A team of seven is counted with its department.
    await omar.reads('Afdeling 1');

    // The checking page is saved, and opened from the disk.
    const saved = await omar.downloads(omar.page.getByRole('button', { name: say('page-save') }));
    const file = join(disk, saved.name);
    await writeFile(file, saved.bytes);
    expect(saved.bytes.toString()).not.toMatch(/src=|<link/);
    await omar.page.goto(pathToFileURL(file).href);
    const check = () => omar.page.getByRole('button', { name: say('verifier-check') }).click();
    await omar.page.getByLabel(say('verifier-fingerprint'), { exact: true }).fill(fingerprint.toLowerCase());
    await check();
    await omar.reads(say('verdict-right'));
    await omar.reads(say('check-groups-right'));
    await omar.reads('Afdeling 1');

    // The fingerprint of an invitation to which other keys belong.
    const other = fingerprint.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await omar.page.getByLabel(say('verifier-fingerprint'), { exact: true }).fill(other);
    await check();
    await omar.reads(say('verdict-wrong'));
    await omar.reads(say('check-fingerprint-wrong'));

    // The manifest from a file, in which somebody made a group larger.
    const response = await fetch(`${place.url}/s/${peiling.code}/manifest.json`);
    const manifest = (await response.json()) as { groups: { invited: number }[] };
    const larger = { ...manifest, groups: manifest.groups.map((group) => ({ ...group, invited: group.invited + 7 })) };
    await omar.page.getByLabel(say('verifier-file'), { exact: true }).setInputFiles({
      name: 'manifest.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(larger)),
    });
    await omar.page.getByLabel(say('verifier-fingerprint'), { exact: true }).fill(fingerprint);
    await check();
    await omar.reads(say('check-groups-wrong'));
    await omar.leaves();
  });
});

const omar = { name: 'Omar Haddad', email: 'omar@meetlat.example' };
const colleagues = Array.from({ length: 12 }, (_, at) => `collega${at + 1}@meetlat.example`);

describe.each(languages)('a works council that keeps the key (%s)', (language) => {
  const say = openingKeyMessages(language);
  const scan = scanMessages(language);
  const today = todayMessages(language);
  let organisation: OwnOrganisation;
  let scanId: string;
  let title: string;

  beforeAll(async () => {
    place = await openPlace({
      story: 'key',
      language,
      before: (folder) =>
        withApp(folder, async (app) => {
          organisation = await startedOrganisation(app);
          const context = await entered(app, organisation.account, organisation.organisationId);
          await importPeople(context, { departments: 1, teams: 1, people: 12, emails: colleagues });
          await grantAccess(app.platform, context, { ...omar, role: 'works-council' });
          ({ scanId, title } = await draftedPeiling(context, 'short'));
          const wim = { ...context.actor, name: 'Wim Jacobs', roles: new Set<Role>(), keepsKeys: true };
          const publicKey = toBase64url(new Uint8Array(32).fill(7));
          await registerOpeningKey({ ...context, actor: wim }, { scanId, publicKey });
        }),
    });
  });
  afterAll(() => place.close());

  test('makes it on its own device, and opens the ballots with another holder', async () => {
    const council = await place.somebody({ device: 'desk' });
    await signInByMail(council, place, omar.email, language);
    await council.follow(today('consent-action'));
    await council.tick(scan('decision-consent'));
    await council.reads(scan('consent-key-people', { name: 'Wim Jacobs' }));
    await council.press(scan('consent-save'));
    await council.follow(scan('key-see'));
    await council.reads(say('how-lost'));
    await council.reads(say('make-again-text'));

    // The key and its three sheets; a line of each is read back before the next.
    const sheets = await makeKey(council, say);
    await council.reads(say('title-kept', { name: omar.name, title }));
    const [, shortForm] =
      /(?:([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}))/.exec(await council.page.locator('.short-form').first().innerText()) ?? [];
    expect(sheets.keeper).toContain(shortForm);

    // The council consented with somebody else's key: for its own it says so once more.
    await council.follow(say('back'));
    const day = formatDay(dayOf(new Date()), language);
    await council.reads(scan('consent-other-key-waits', { day }));
    await council.follow(scan('consent-read'));
    await council.reads(scan('consent-other-key', { day }));
    await council.reads(shortForm ?? '');
    await council.tick(scan('decision-consent'));
    await council.press(scan('consent-save'));
    await council.readsNowhere(scan('consent-other-key-waits', { day }));

    // The coordinator opens without having to choose anything about the key, and invites.
    const noor = await place.somebody({ device: 'desk' });
    await noor.context.addCookies([{ ...organisation.cookie, url: place.url }]);
    const home = `/o/${organisation.organisationId}/scan/${scanId}`;
    await noor.goTo(home);
    await noor.reads(scan('key-keeper-draft'));
    await noor.press(scan('open-now'));
    await noor.follow(scan('invitations-go'));
    await noor.press(invitationMessages(language)('make'));
    await noor.press(invitationMessages(language)('mail-send'));
    const links = [];
    for (const email of colleagues) links.push(linkIn((await place.mailbox.next(email, /^(?!.*Lerend)/)).text));
    await othersAnswer(links, 'short', 'keeper');

    // Too early, and then closed: it waits for the holders, and both are told so.
    await noor.goTo(`${home}/open-ballots`);
    await noor.reads(say('join-not-yet'));
    await noor.goTo(home);
    await noor.page.getByText(scan('close-by-hand'), { exact: true }).click();
    await noor.press(scan('close-now'));
    await noor.reads(scan('count-waits'));
    await council.goTo(`/o/${organisation.organisationId}/today`);
    await council.reads(today('join', { title }));
    await council.follow(today('join-action'));

    // A slip, twice the same, and then two that fit: typed, and from the file of a sheet.
    const first = council.page.locator('#share-first');
    const second = council.page.locator('#share-second');
    const join = () => council.page.getByRole('button', { name: say('join'), exact: true }).click();
    await first.fill(shareOf(sheets.keeper).replace(/^./, (letter) => (letter === '7' ? '8' : '7')));
    await second.fill(shareOf(sheets.coordinator));
    await join();
    await council.reads(say('fault-row', { row: '1' }));
    await council.looks();
    await first.fill(sheets.coordinator);
    await join();
    await council.reads(say('fault-same'));
    await first.fill('');
    await council.page.locator('#share-first-file').setInputFiles({
      name: 'blad.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(sheets.recovery),
    });
    await council.lands(join);
    expect(await council.heading()).toBe(say('join-title-done', { title }));
    await council.follow(say('join-result'));
    await council.readsNowhere('NaN');
    await council.reads(resultMessages(language)('publish-title'));
    for (const person of [council, noor]) await person.leaves();
  });
});
