import { describe, expect, test } from 'vitest';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { invitationMail } from './invitation-mail.ts';

const research = { researcher: 'Hogeschool Oost', keptUntil: '2028-12-15' };
const scan: Parameters<typeof invitationMail>[0] = {
  id: 'scan',
  code: '8J6BA4K6',
  title: 'Najaar',
  form: 'full',
  instrumentVersion: '1.0.0',
  languages: ['nl', 'en'],
  minimumGroupSize: 5,
  opensOn: '2026-12-01',
  closesOn: '2026-12-15',
  reminderOn: [],
  profileQuestions: [],
  profileHeads: {},
  state: 'open',
  introduction: null,
  contact: { name: 'Sanne', email: 'sanne@voorbeeld.nl' },
  previousScanId: null,
  research: null,
  organisationName: 'De Linde',
  promise: { resultOn: '2027-01-12', hoursPerTeam: 0, eurosPerTeam: 0, promisedBy: 'Karin Bos' },
  consent: { decision: 'consent', reason: null, by: 'Piet Jansen', on: '2026-11-12' },
  cutScoreVersionId: null,
  openingKey: 'server',
  fingerprint: '7KQM-3XWD-0A2C-9F3T',
};
const letter = {
  kind: 'invitation',
  name: 'An',
  link: 'https://voorbeeld.nl/s/8J6BA4K6#CODE',
  countedWith: 'Je antwoorden tellen mee bij Zorg.',
} as const;

describe.each(languages)('the mail of a pilot for research (%s)', (language) => {
  const say = scanMessages(language);
  const { text } = invitationMail({ ...scan, research }, { ...letter, language });
  const ordinary = invitationMail(scan, { ...letter, language }).text;

  test('says who gets which rows, until when, and what remains, before anything is asked', () => {
    for (const part of [
      say('research-rows', research),
      say('research-without'),
      say('research-what-remains-server'),
      language === 'nl' ? 'vrijdag 15 december 2028' : 'Friday 15 December 2028',
      language === 'nl' ? 'of je toestemming geeft' : 'asked for your consent',
      language === 'nl' ? 'met deze proefpeiling' : 'to this pilot',
    ])
      expect(text).toContain(part);
  });

  test('says under which name the answers count', () => {
    expect(ordinary).toContain('\n\nJe antwoorden tellen mee bij Zorg.\n\n');
    expect(invitationMail({ ...scan, research }, { ...letter, countedWith: null, language }).text).not.toContain(
      'null',
    );
  });

  test('promises no result of groups and no time that isn’t there', () => {
    expect(text).not.toContain(say('sees-unit-only'));
    expect(text).not.toMatch(/0 (uur|hours)/);
    expect(ordinary).toContain(say('sees-unit-only'));
    expect(ordinary).not.toMatch(/Hogeschool|proefpeiling|pilot/);
  });
});
