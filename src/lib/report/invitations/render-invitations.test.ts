import { describe, expect, test } from 'vitest';
import { wordsIn } from '../language.ts';
import { pdfMarks } from '../testing/pdf-marks.ts';
import { troublesomeName } from '../testing/trouble.ts';
import type { InvitationPrint, InvitationTerms } from './invitation-print.ts';
import { qrSvg } from './qr-svg.ts';
import { invitationView, renderInvitations } from './render-invitations.ts';

const terms: InvitationTerms = {
  organisation: 'Van der Veen',
  scanTitle: 'Het leervermogen',
  introduction: null,
  opensOn: '2026-12-01',
  closesOn: '2026-12-15',
  resultOn: '2027-01-12',
  grantedHours: 24,
  grantedEuros: 1500,
  grantedBy: 'Marijke van der Veen',
  worksCouncil: { kind: 'consent', council: 'De ondernemingsraad', on: '2026-11-12' },
  minimumGroupSize: 5,
  research: null,
  fingerprint: '7KQM-3XWD-0A2C-9F3T',
  whoSeesWhat: ['Eén.', 'Twee.', 'Drie.', 'Vier.'],
  address: 'peiling.example.nl/s',
  contact: 'Samira',
};
const person = (name: string) => ({
  name,
  addressLines: ['Dorpsstraat 1', '3512 AB  Utrecht'],
  unit: 'Noord',
  countedWith: 'Je antwoorden tellen mee bij Zorg, niet apart bij Noord.',
  code: 'K7PM-4XQD',
  link: 'https://peiling.example.nl/s/7F3K#K7PM4XQD',
});
const prints: InvitationPrint[] = [
  { kind: 'letters', terms, recipients: [person('Jan'), person(troublesomeName)] },
  { kind: 'cards', terms, recipients: Array.from({ length: 5 }, () => person(troublesomeName)) },
  { kind: 'unnamed-cards', terms, units: [{ unit: troublesomeName, countedWith: null, cards: [person('')] }] },
];

const sentences = (count: number, words: number): string[] =>
  Array.from({ length: count }, () => 'Niemand ziet een uitkomst zolang de peiling loopt '.repeat(words));
const withSentences = (whoSeesWhat: readonly string[]): InvitationPrint => ({
  kind: 'cards',
  terms: { ...terms, whoSeesWhat },
  recipients: Array.from({ length: 5 }, () => person('Jan')),
});

describe('invitations on paper', () => {
  test.each(prints)('$kind are a tagged PDF in our own letter, whatever people are called', async (print) => {
    const marks = pdfMarks(await renderInvitations(print, { language: 'nl' }));
    expect(marks).toMatchObject({ isPdf: true, isTagged: true, isUniversallyAccessible: true, language: 'nl' });
    expect(marks.fonts).toEqual(expect.arrayContaining(['Literata-Regular', 'Literata-SemiBold']));
  });

  test('cards are a quarter of a sheet, or half of one when what they say would not be legible on less', async () => {
    const pages = async (print: InvitationPrint) =>
      pdfMarks(await renderInvitations(print, { language: 'nl' })).pages.map(({ isLandscape }) => isLandscape);
    expect(await pages(withSentences(sentences(4, 2)))).toEqual([false, false]);
    expect(await pages(withSentences(sentences(6, 5)))).toEqual([true, true, true]);
  });

  test.each(['nl', 'en'] as const)('in %s say what was promised, who consented and who sees what', (language) => {
    const text = JSON.stringify(invitationView(prints[0] as InvitationPrint, wordsIn(language)));
    const date = language === 'nl' ? '12 januari 2027' : '12 January 2027';
    for (const part of [
      date,
      '24',
      'Marijke van der Veen',
      'De ondernemingsraad',
      'Vier.',
      'Je antwoorden tellen mee bij Zorg, niet apart bij Noord.',
      'K7PM-4XQD',
      '7KQM-3XWD-0A2C-9F3T',
      'peiling.example.nl/s',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('without a works council the reason stands there', () => {
    const none: InvitationPrint = {
      kind: 'letters',
      terms: { ...terms, worksCouncil: { kind: 'none', reason: 'we zijn met 12' } },
      recipients: [],
    };
    expect(JSON.stringify(invitationView(none, wordsIn('nl')))).toContain('we zijn met 12');
  });

  test('of a pilot say who gets the rows and until when, and name no time for teams when there is none', () => {
    const research = { researcher: 'Hogeschool Oost', keptUntil: '2028-12-15' };
    const pilot: InvitationPrint = {
      kind: 'letters',
      terms: { ...terms, research, grantedHours: 0, grantedEuros: 0 },
      recipients: [person('Jan')],
    };
    const view = invitationView(pilot, wordsIn('nl'));
    expect(view.promises.map(({ label }) => label)).toEqual([
      'Uitslag',
      'Ondernemingsraad',
      'Onderzoek',
      'Vingerafdruk',
    ]);
    expect(view.promises[2]?.value).toBe('door Hogeschool Oost; in Lerend gewist na 15 december 2028');
    expect(view.lead).toContain('toestemming');
    expect(JSON.stringify(view)).not.toContain('Kleinste groep');
  });

  test('cards to be drawn carry no name, and a sheet on top says how to draw', () => {
    const [stack] = invitationView(prints[2] as InvitationPrint, wordsIn('nl')).stacks;
    expect(stack?.cover?.heading).toBe('Trek zelf een kaart');
    expect(stack?.people.every(({ name }) => name === null)).toBe(true);
  });

  test('the words beside a QR code never hold the link, which would be read aloud with its code', () => {
    const [stack] = invitationView(prints[0] as InvitationPrint, wordsIn('nl')).stacks;
    expect(stack?.people[0]?.qrAlt).toContain('K7PM-4XQD');
    expect(stack?.people[0]?.qrAlt).not.toContain('https://');
  });

  test('a QR code has its three eyes and its quiet edge', () => {
    const svg = qrSvg('https://example.nl/s/7F3K#K7PM4XQD');
    const side = Number(/viewBox="0 0 (\d+)/u.exec(svg)?.[1]);
    const eye = (x: number, y: number): string => `M${x} ${y}h7v1h-7z`;
    for (const place of [eye(4, 4), eye(side - 11, 4), eye(4, side - 11)]) expect(svg).toContain(place);
  });
});
