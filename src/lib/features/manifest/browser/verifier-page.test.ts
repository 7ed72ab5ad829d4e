import { manifestChecks } from '@lerend/ballot';
import { describe, expect, test } from 'vitest';
import type { VerifierTexts } from '../contract-page.ts';
import { verifierPage } from './verifier-page.ts';

const outcomes = { right: 'goed', wrong: 'fout </script><b>', unknown: 'onbekend <!-- ' };
const texts: VerifierTexts = {
  language: 'nl',
  title: 'Controle van "peiling" & <uitslag>',
  lead: 'lead',
  address: 'adres',
  addressHint: 'hint',
  file: 'bestand',
  fingerprint: 'vingerafdruk',
  fingerprintHint: 'hint',
  check: 'kijk na',
  unreachable: 'weg',
  noManifest: 'geen manifest',
  withoutCrypto: 'kan niet',
  verdicts: outcomes,
  checks: Object.fromEntries(manifestChecks.map((check) => [check, outcomes])) as VerifierTexts['checks'],
  groupsHeading: 'groepen',
  groupsText: 'tekst',
  group: 'groep',
  invited: 'mensen',
  total: 'samen',
  openedBy: { keeper: 'mensen', server: 'server' },
};

describe('the page that checks a manifest from a disk', () => {
  const page = verifierPage(
    'const end = "</script>"; // <!--',
    texts,
    'https://lerend.voorbeeld.nl/s/AB/manifest.json',
  );

  test('is one file that asks nobody for anything', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe)|src=|@import|url\(/);
    expect(page.match(/https?:\/\/[^"]*/g)).toEqual(['https://lerend.voorbeeld.nl/s/AB/manifest.json']);
  });

  test('has two scripts, whatever stands in them', () => {
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toContain('<!--');
    const [, json = ''] = /id="texts">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(texts);
  });

  test('says its words as words', () => {
    expect(page).toContain('<h1>Controle van &quot;peiling&quot; &amp; &lt;uitslag></h1>');
  });
});
