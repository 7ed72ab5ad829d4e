import { describe, expect, test } from 'vitest';
import { exampleResult } from './example-result.ts';

describe('the example of what a manager sees', () => {
  test.each(['nl', 'en'] as const)(
    'in %s shows a team with figures, findings and what changed, the same every time',
    (language) => {
      const page = exampleResult(language);
      expect(page).toMatchObject({ figuresFrom: { kind: 'own' }, isWhole: false });
      expect(page.areas.every(({ cell, chance, change }) => cell && chance && change?.kind === 'compared')).toBe(true);
      expect(page.findings.length).toBeGreaterThan(1);
      expect([page.strongestItems.length, page.weakestItems.length]).toEqual([3, 3]);
      expect(exampleResult(language)).toBe(page);
    },
  );

  test('a team of four gets no figure, and those of the whole by name', () => {
    const page = exampleResult('nl', 'small');
    expect(page).toMatchObject({
      figuresFrom: { kind: 'above', unit: { name: 'De voorbeeldorganisatie' } },
      findings: [],
      basis: null,
      counted: expect.stringContaining('telt in deze peiling mee bij De voorbeeldorganisatie'),
    });
  });
});
