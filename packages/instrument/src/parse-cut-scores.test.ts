import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCutScores, cutFault, cutsFor, narrowestLevel } from './cut-scores.ts';
import { parseCutScores } from './parse-cut-scores.ts';
import { instrumentVersion } from './version.ts';

const file = {
  format: 'lerend-cut-scores/1',
  instrumentVersion,
  version: 'zorg-2027-1',
  rationale: { nl: 'Samen vastgesteld.', en: 'Set together.' },
  cuts: { begun: 34.5, usual: 58, improving: 77.5 },
};
const faultsOf = (json: unknown): readonly string[] => {
  const parsed = parseCutScores(json);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path} ${message.nl}`);
};

describe('a file of cut scores', () => {
  test('gives cut scores that count as set', () => {
    const parsed = parseCutScores({ ...file, areaCuts: { trust: { begun: 30, usual: 60, improving: 80 } } });
    expect(parsed).toMatchObject({ ok: true, cutScores: { version: 'zorg-2027-1', status: 'set', cuts: file.cuts } });
    if (!parsed.ok) return;
    expect(cutsFor(parsed.cutScores, 'trust').usual).toBe(60);
    expect(cutsFor(parsed.cutScores, 'support')).toEqual(file.cuts);
    expect(cutsFor(parsed.cutScores, 'something else')).toEqual(file.cuts);
  });

  test.each([
    ['no object', 'x', '$.format Dit is geen bestand met niveaugrenzen'],
    ['another format', { ...file, format: 'lerend-cut-scores/2' }, '$.format'],
    [
      'another questionnaire',
      { ...file, instrumentVersion: '2.0.0' },
      '$.instrumentVersion Deze grenzen horen bij een',
    ],
    ['the name of the built-in', { ...file, version: builtInCutScores.version }, '$.version De versie heet 2026-1'],
    ['a name with markup', { ...file, version: '<b>' }, '$.version De versie is een naam'],
    ['one language', { ...file, rationale: { nl: 'Samen.' } }, '$.rationale De onderbouwing'],
    ['a missing cut', { ...file, cuts: { begun: 1, usual: 2 } }, '$.cuts Hier horen drie getallen'],
    ['a cut as text', { ...file, cuts: { ...file.cuts, usual: '58' } }, '$.cuts Hier horen drie getallen'],
    ['cuts that go down', { ...file, cuts: { begun: 58, usual: 34, improving: 77 } }, '$.cuts De grenzen lopen op'],
    ['a cut outside', { ...file, cuts: { begun: 34, usual: 58, improving: 101 } }, '$.cuts Een grens ligt tussen'],
    ['a narrow level', { ...file, cuts: { begun: 34, usual: 58, improving: 62 } }, '$.cuts Elk niveau is minstens 5'],
    ['a narrow top', { ...file, cuts: { begun: 34, usual: 58, improving: 96 } }, '$.cuts Elk niveau is minstens 5'],
    ['an unknown area', { ...file, areaCuts: { luck: file.cuts } }, '$.areaCuts.luck ‘luck’ is geen gebied'],
    ['bad cuts of an area', { ...file, areaCuts: { trust: { begun: 3 } } }, '$.areaCuts.trust Hier horen drie'],
    ['a strange session', { ...file, setting: { method: 'guess' } }, '$.setting Wat over de sessie'],
  ])('with %s is refused in a sentence', (_, json, sentence) => {
    expect(faultsOf(json).join('\n')).toContain(sentence);
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (json, cuts) => {
        expect(parseCutScores(json).ok).toBe(false);
        parseCutScores({ ...file, cuts, areaCuts: cuts, setting: cuts });
      }),
    );
  });
});

describe('cuts', () => {
  test('are sound exactly when every level is wide enough', () => {
    const cut = fc.double({ min: -10, max: 110, noNaN: true });
    fc.assert(
      fc.property(cut, cut, cut, (begun, usual, improving) => {
        const widths = [begun, usual - begun, improving - usual, 100 - improving];
        expect(cutFault({ begun, usual, improving }) === null).toBe(Math.min(...widths) >= narrowestLevel);
      }),
    );
    expect(cutFault(builtInCutScores.cuts)).toBeNull();
    expect(cutFault({ begun: Number.NaN, usual: 50, improving: 70 })).toBe('outside');
  });
});
