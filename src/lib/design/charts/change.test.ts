import { describe, expect, test } from 'vitest';
import { comparedChange } from './cells-for-tests.ts';
import { changeChart, changeDescription, changeDirection, changeFinding, changeTrack } from './change.ts';

describe('change', () => {
  test('a difference inside the noise is said in words, never as a number', () => {
    expect(changeFinding(comparedChange(58, 61, 6), 'nl')).toBe('geen verschil te zien');
    expect(changeFinding(null, 'nl')).toBe('niet te vergelijken');
  });

  test('a difference outside it is a number with its sign', () => {
    expect(changeFinding(comparedChange(58, 67, 6), 'nl')).toBe('+9');
    expect(changeFinding(comparedChange(67, 58, 6), 'en')).toBe('−9');
    expect(changeDirection(comparedChange(67, 58, 6))).toBe('lower');
  });

  test('the text alternative says from where to where and what is noise', () => {
    expect(changeDescription(comparedChange(58, 67, 6), 'nl')).toBe(
      'Van 58 naar 67. Dat is meer dan de ruis van 6 punten.',
    );
    expect(changeTrack({ id: 'c', title: 'Kennis', change: comparedChange(58, 61, 6), language: 'en' })).toContain(
      'From 58 to 61. A difference of up to 6 points is noise.',
    );
  });

  test('what cannot be compared has a bare line', () => {
    expect(changeTrack({ id: 'c', title: 'Kennis', change: null, language: 'nl' })).not.toMatch(/circle|change-band/);
  });

  test('the chart for documents tells every area and has no style', () => {
    const rows = [
      { id: 'a', name: 'Kennis', change: comparedChange(40, 60, 8) },
      { id: 'b', name: 'Steun', change: null },
    ];
    const svg = changeChart({ id: 'c', title: 'Wat er veranderde', rows, language: 'nl', isStandalone: true });
    expect(svg).toContain('Kennis: Van 40 naar 60.');
    expect(svg).toContain('Steun: niet te vergelijken');
    expect(svg).not.toMatch(/ style=|<style/);
  });
});
