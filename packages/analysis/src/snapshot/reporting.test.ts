import { publishForWhole } from '@lerend/disclosure';
import type { AreaCell, Published } from '@lerend/disclosure';
import { describe, expect, test } from 'vitest';
import { reportingOf, skewOf } from './reporting.ts';
import type { ReportingInput } from './reporting.ts';

function cell(n: number, heads: number): Published<AreaCell> {
  const place = { centre: 60, band: 6 } as const;
  const made = publishForWhole(
    n,
    5,
    () => ({ n, heads, score: 60, now: place, climate: 'shrunk', ...place, noise: 6 }) as const,
  );
  if (made === null) throw new Error('five people are enough');
  return made;
}

const input = (changes: Partial<ReportingInput>): ReportingInput => ({
  areaId: 'trust',
  cell: cell(30, 40),
  divided: null,
  below: [],
  distinctness: null,
  ...changes,
});
const kindsOf = (changes: Partial<ReportingInput>) => reportingOf(input(changes)).reasons.map(({ kind }) => kind);

describe('whether an area may be reported', () => {
  test('is one decision: not, as it is, or with words', () => {
    expect(reportingOf(input({ cell: null }))).toEqual({ verdict: 'no-figure', reasons: [] });
    expect(reportingOf(input({}))).toEqual({ verdict: 'as-it-is', reasons: [] });
    expect(reportingOf(input({ cell: cell(19, 40) })).verdict).toBe('with-words');
  });

  test('has a word for each thing that stands beside the mean, the most serious first', () => {
    const divided = { pattern: 'here', referents: ['management'] } as const;
    const distinctness = { areApart: false, pairs: [{ areaIds: ['support', 'trust'], corrected: 0.97 }] } as const;
    expect(kindsOf({ divided, distinctness, cell: cell(15, 40), below: [cell(14, 20)] })).toEqual([
      'divided',
      'low-response',
      'skewed-response',
      'not-distinguishable',
    ]);
    expect(reportingOf(input({ distinctness })).reasons).toEqual([
      { kind: 'not-distinguishable', areaIds: ['support'] },
    ]);
    expect(kindsOf({ divided: { pattern: 'no', referents: [] } })).toEqual([]);
    expect(kindsOf({ areaId: 'knowledge', distinctness })).toEqual([]);
  });

  test('response is low under half of the heads', () => {
    expect(kindsOf({ cell: cell(20, 40) })).toEqual([]);
    expect(reportingOf(input({ cell: cell(19, 40) })).reasons).toEqual([{ kind: 'low-response', n: 19, heads: 40 }]);
  });

  test('response is skewed when one in five answers would have to come from another part', () => {
    // 30 answers of 60 heads; one part of 30 heads gave 21 of them, the rest 9: 70 % against 50 %.
    expect(skewOf({ n: 30, heads: 60 }, [{ n: 21, heads: 30 }])).toBeCloseTo(0.2, 12);
    expect(skewOf({ n: 30, heads: 60 }, [])).toBe(0);
    expect(kindsOf({ cell: cell(30, 60), below: [cell(21, 30)] })).toEqual(['skewed-response']);
    expect(kindsOf({ cell: cell(30, 60), below: [cell(20, 30)] })).toEqual([]);
  });
});
